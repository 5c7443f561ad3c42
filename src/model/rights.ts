import { z } from 'zod';

export const Rights = z
  .object({
    holder: z
      .string()
      .nullable()
      .meta({ description: 'Holder of the copyright, as stated.', example: 'Yonhap' }),
    notice: z
      .string()
      .nullable()
      .meta({ description: 'Copyright notice, as stated.', example: '© 2024 Yonhap' }),
    usageTerms: z
      .string()
      .nullable()
      .meta({ description: 'Terms of use, as stated.', example: 'Not for use after 30 days.' }),
  })
  .meta({ id: 'Rights', description: 'Rights in an article, as the source states them.' });
export type Rights = z.infer<typeof Rights>;

/** Joins what an article states about its rights, in sentences as printed; empty if it states nothing. */
// "© 2024 Yonhap", "Not for use after 30 days."
export function rightsLines(rights: Rights | undefined): string[] {
  if (!rights) return [];
  const { holder, notice, usageTerms } = rights;
  const named = notice ?? (holder && `© ${holder}`);
  return [named, usageTerms].filter((text) => text !== null);
}
