/**
 * Greeting and away messages that the owner wrote into Meta's own apps come back as if a person had typed them. The
 * business lists their texts; what equals one of them is nobody's takeover.
 */
export function knownAutomatic(texts: readonly string[] = []): (text: string) => boolean {
  const known = new Set(texts.map(normal));
  return (text) => text.trim() !== '' && known.has(normal(text));
}

const normal = (text: string) => text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
