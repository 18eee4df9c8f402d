/** 350 KB of entries; sixteen of them differ with `value`. */
export function largeSpec(value) {
  const line = (i) =>
    `- \`(AB${i})\` When the server refuses a request of kind ${i}, the client waits ${i % 200 === 0 ? value : i} ms and sends it once more.`;
  return `# Retries\n\n${Array.from({ length: 3200 }, (_, i) => line(i)).join("\n")}\n`;
}
