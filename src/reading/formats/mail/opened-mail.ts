import { z } from 'zod';

const text = z.string().nullable();

/** A mail whose parts are decoded. Missing fields are null. */
export const OpenedMail = z.object({
  subject: text,
  from: z.object({ name: z.string(), address: z.string() }).nullable(),
  /** As written, with its zone. */
  date: text,
  messageId: text,
  supersedes: text,
  /** Identifier of the mail that this one answers. */
  inReplyTo: text,
  /** Value of a header such as `X-Embargo`. */
  embargo: text,
  listId: text,
  language: text,
  keywords: text,
  expires: text,
  /** Media type of the whole message, in lower case. */
  type: z.string(),
  /** True for an answer by a program, such as an absence notice. */
  isAutomatic: z.boolean(),
  /** True if it was sent to the subscribers of a list. */
  isBulk: z.boolean(),
  /** Address of the page, if this is a page that a browser saved (MHTML). It may be empty. */
  savedFrom: text,
  text,
  html: text,
  /** Media types of the attachments. */
  attachments: z.array(z.string()),
});
export type OpenedMail = z.infer<typeof OpenedMail>;
