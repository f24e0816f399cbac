/**
 * What a customer and an operator read as the source of an answer. Answers have titles already; a tool has the name that
 * models call it by, `booking_status`, which reads "Booking status".
 */
const TOOL_NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/;

export function sourceTitle(title: string): string {
  if (!TOOL_NAME.test(title)) return title;
  const words = title.replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
