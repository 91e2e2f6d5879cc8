/** What a field holds after one more key of the pad. */
export function typed(value: string, key: string, most: number): string {
  if (key === "clear") return "";
  if (key === "erase") return value.slice(0, -1);
  if (key === "+" && value !== "") return value;
  return (value + key).slice(0, most);
}
