const reasons: Record<string, string> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'a part of the path is no folder',
  ELOOP: 'links lead in a circle',
  EISDIR: 'is a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk can only be read',
};

/** What the system's error says, in words: `ENOENT` → `no such file or folder`. */
export function systemReason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? String(cause.code) : undefined;
  return code === undefined ? cause.message : (reasons[code] ?? `can't be read (${code})`);
}
