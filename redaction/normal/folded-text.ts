/**
 * Folded characters as they are added, each with the UTF-16 range of the original that it came from. Plain numbers in
 * typed arrays: a string of its own for every character of a long text would cost more than all rules.
 */

/** Few characters fold to more than one; the longest of Unicode to eighteen. */
const SPARE = 32;
/** Of one call of a function, within every engine's bounds. */
const MOST_ARGUMENTS = 8192;

export class FoldedText {
  private units: Uint16Array<ArrayBuffer>;
  private starts: Int32Array<ArrayBuffer>;
  private ends: Int32Array<ArrayBuffer>;
  private length = 0;

  constructor(originalLength: number) {
    const room = originalLength + SPARE;
    this.units = new Uint16Array(room);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
  }

  add(unit: number, start: number, end: number): void {
    if (this.length === this.units.length) this.makeRoom();
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
  }

  endsAt(at: number): boolean {
    return this.length > 0 && this.ends[this.length - 1] === at;
  }

  lengthenLast(end: number): void {
    this.ends[this.length - 1] = end;
  }

  finish(): { text: string; starts: Int32Array; ends: Int32Array } {
    let text = '';
    for (let at = 0; at < this.length; at += MOST_ARGUMENTS) {
      const some = this.units.subarray(at, Math.min(at + MOST_ARGUMENTS, this.length));
      text += Reflect.apply(String.fromCharCode, undefined, some);
    }
    return { text, starts: this.starts.subarray(0, this.length), ends: this.ends.subarray(0, this.length) };
  }

  private makeRoom(): void {
    const { units, starts, ends } = this;
    this.units = new Uint16Array(2 * units.length);
    this.starts = new Int32Array(2 * units.length);
    this.ends = new Int32Array(2 * units.length);
    this.units.set(units);
    this.starts.set(starts);
    this.ends.set(ends);
  }
}
