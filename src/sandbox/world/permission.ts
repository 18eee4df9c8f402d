export type PermissionLevel = "read" | "write";

/** Permission name → level, as in an App's manifest. */
export type Permissions = Readonly<Record<string, PermissionLevel>>;
