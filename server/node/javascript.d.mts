export function javascriptOf(file: string): string;
