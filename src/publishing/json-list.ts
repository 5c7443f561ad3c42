/** Returns an object as JSON with these items in the array that is its last member. The array must be empty. */
// ({ a: 1, b: [] }, [{ text: '2' }]) → '{"a":1,"b":[2]}'
export function withItems(object: object, items: { text: string }[]): string {
  return `${JSON.stringify(object).slice(0, -2)}${items.map(({ text }) => text).join(',')}]}`;
}
