/** Makes sure that `dist/` is what the sources say; true when a build was needed. */
export function ensureBuilt(root?: string): Promise<boolean>;
