/** Formats a count with its noun: `1 article`, `1,204 articles`. `several` is an irregular plural. */
export function pluralize(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}
