/** What is wrong with a text that a person typed, and where, in UTF-16 code units, end exclusive. */
export interface SyntaxFault {
  message: string;
  start: number;
  end: number;
}

/** Thrown inside a parser to leave it; the parser's function catches it and answers the fault. */
export class Faulty extends Error {
  override name = 'Faulty';
  readonly fault: SyntaxFault;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.fault = { message, start, end };
  }
}

/** What `parse` gives, or the fault it was left with. */
export function parsed<T>(parse: () => T): { expression: T } | { error: SyntaxFault } {
  try {
    return { expression: parse() };
  } catch (error) {
    if (error instanceof Faulty) return { error: error.fault };
    throw error;
  }
}
