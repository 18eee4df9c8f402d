export declare const hostileTexts: Readonly<Record<string, (size: number) => string>>;
export declare const hostileDialectTexts: Readonly<Record<string, (size: number) => string>>;
export declare const kilobytes: readonly number[];
export declare function rewritten(text: string): string;
