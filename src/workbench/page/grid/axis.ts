/** Where rows (or columns) stand on the screen: equal sizes with exceptions, in pixels. */
export class Axis {
  private readonly indexes: number[] = [];
  private readonly sizes: number[] = [];
  /** How much the exceptions before each one add to the equal sizes. */
  private readonly added: number[] = [];
  private total = 0;

  /** `exceptions` in ascending order of index. */
  constructor(
    readonly standard: number,
    exceptions: Iterable<[index: number, size: number]>,
  ) {
    for (const [index, size] of exceptions) {
      this.indexes.push(index);
      this.sizes.push(size);
      this.added.push(this.total);
      this.total += size - standard;
    }
  }

  size(index: number): number {
    const at = this.firstFrom(index);
    return this.indexes[at] === index ? this.sizes[at] : this.standard;
  }

  /** The near edge of `index`. */
  start(index: number): number {
    const at = this.firstFrom(index);
    return index * this.standard + (at < this.indexes.length ? this.added[at] : this.total);
  }

  /** The row or column that covers `position`. */
  indexAt(position: number): number {
    let low = 0;
    let high = this.indexes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.indexes[middle] * this.standard + this.added[middle] <= position) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return Math.max(0, Math.floor(position / this.standard));
    const last = low - 1;
    const start = this.indexes[last] * this.standard + this.added[last];
    if (position < start + this.sizes[last]) return this.indexes[last];
    return this.indexes[last] + 1 + Math.floor((position - start - this.sizes[last]) / this.standard);
  }

  /** First exception at or after `index`. */
  private firstFrom(index: number): number {
    let low = 0;
    let high = this.indexes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.indexes[middle] < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
