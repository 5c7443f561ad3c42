/** Error in a text that a person typed, and its position in UTF-16 code units, end exclusive. */
export interface SyntaxFault {
  message: string;
  start: number;
  end: number;
}

/** Thrown inside a parser and converted to a SyntaxFault by `catchFault`. */
export class SyntaxFaultError extends Error {
  override name = 'SyntaxFaultError';
  readonly fault: SyntaxFault;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.fault = { message, start, end };
  }
}

/** Returns the result of `parse`, or the fault that it threw. Other errors are rethrown. */
export function catchFault<T>(parse: () => T): { expression: T } | { error: SyntaxFault } {
  try {
    return { expression: parse() };
  } catch (error) {
    if (error instanceof SyntaxFaultError) return { error: error.fault };
    throw error;
  }
}
