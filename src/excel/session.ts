/** One batch against the workbook. A sync may hang in Excel: after `giveUpAfter` the batch is abandoned, and it is safe to run it again. */
export interface SessionOptions {
  /** Called once when the batch has taken this long (milliseconds). */
  slowAfter?: number;
  onSlow?: () => void;
  giveUpAfter?: number;
}

export class NoAnswerError extends Error {
  constructor() {
    super("Excel did not answer in time.");
    this.name = "NoAnswerError";
  }
}

const standard = { slowAfter: 10_000, giveUpAfter: 30_000 };

/**
 * Runs a batch with a watchdog: Excel's own promise may never settle. Errors from Excel keep their type
 * (OfficeExtension.Error). Throws NoAnswerError when Excel has not answered in time.
 */
export async function inWorkbook<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  { slowAfter = standard.slowAfter, onSlow, giveUpAfter = standard.giveUpAfter }: SessionOptions = {},
): Promise<T> {
  const timers: ReturnType<typeof setTimeout>[] = [];
  const watchdog = new Promise<never>((_, reject) => {
    if (onSlow) timers.push(setTimeout(onSlow, slowAfter));
    timers.push(setTimeout(() => reject(new NoAnswerError()), giveUpAfter));
  });
  try {
    return await Promise.race([Excel.run(batch), watchdog]);
  } finally {
    timers.forEach(clearTimeout);
  }
}
