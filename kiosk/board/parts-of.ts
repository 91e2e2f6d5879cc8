/** Words cut between words into parts of `most` letters at the most; nothing is lost but the blanks between them. */
export function partsOf(words: string, most: number): readonly string[] {
  const parts: string[] = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(...cutWord(word, most));
  }
  return parts;
}

/** A word that is longer than a part. */
function cutWord(word: string, most: number): readonly string[] {
  const letters = [...word];
  const pieces: string[] = [];
  let piece = "";
  for (const letter of letters) {
    if (piece !== "" && piece.length + letter.length > most) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}
