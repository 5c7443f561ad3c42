import { expect, test } from 'vitest';
import { archivingTerms, limitsArchiving } from '../../../src/reading/fields/usage-terms.ts';

test.each([
  'online only, no archives after 30 days',
  'Not for use after 30 days',
  'NOT FOR USE AFTER DECEMBER 1, 2024',
  'Archive use prohibited.',
  'RESTRICTED TO EDITORIAL USE - MANDATORY CREDIT - NO ARCHIVE',
  'HANDOUT EDITORIAL USE ONLY/NO SALES NO ARCHIVES',
  'NO RESALES. NO ARCHIVES.',
  'This item must be deleted within 24 hours of receipt',
  'Delete from all systems by 1 May.',
  'For 24 hours',
  '24-hour use only',
  'TO BE USED WITHIN 14 DAYS FROM 11/01/2020',
  'May be stored for thirty (30) days only',
  'The text may not be stored in electronic databases.',
  "Clients don't have the right to archive this text",
  'Licence expires 2025-01-31',
  'May be used until 31 January 2025',
  'One-time use only',
  'Keine Archivierung',
  'Archivierung nicht gestattet; Nennung der Quelle',
  'Nutzung nur bis zum 31.12.2024',
  'Nach 30 Tagen zu löschen',
  'Verwendung für 24 Stunden',
  'Archivage interdit',
  "Pas d'archivage",
  'À supprimer sous 30 jours',
  'Utilisation limitée à 30 jours',
  'Prohibido su archivo',
  'Debe eliminarse después de 30 días',
  'No utilizar después del 5 de mayo de 2024. No archivar.',
  'Archiviazione vietata',
  'Uso consentito per 24 ore',
  'Arquivamento proibido',
  'Não arquivar',
  'Geen archief',
  'Na 30 dagen verwijderen',
  'Får ej arkiveras',
  'Må ikke arkiveres',
  'Архивирование запрещено',
  'アーカイブ不可',
  '禁止存档',
  '데이터베이스 저장 금지',
  'يمنع حفظ المادة',
])('terms limit archiving: %s', (terms) => {
  expect(limitsArchiving(terms)).toBe(true);
});

test.each([
  '',
  '© 2024 The Associated Press. All rights reserved.',
  'This material may not be published, broadcast, rewritten or redistributed without permission.',
  'Editorial use only. No sales.',
  'Archiving permitted.',
  'No restrictions on archiving.',
  'Unlimited use, including archives, without time limit.',
  'Not for use until 6 p.m. on 5 May 2024',
  'Embargoed for 24 hours',
  'Payment is due within 30 days of the invoice.',
  'Creative Commons Attribution 4.0',
  'Free of charge with a credit to NASA',
  'Mandatory credit: AFP',
  'No commercial use. No derivative works.',
  'Nur zur redaktionellen Verwendung. Alle Rechte vorbehalten.',
  'Tous droits réservés. Reproduction interdite sans autorisation.',
  'Todos los derechos reservados. Prohibida su reproducción.',
  'Alle rechten voorbehouden',
  '무단 전재-재배포, AI 학습 및 활용 금지',
  '無断転載禁止',
])('terms do not limit archiving: %s', (terms) => {
  expect(limitsArchiving(terms)).toBe(false);
});

test('the terms that limit archiving are found in the notice, too', () => {
  const notice = '© 2024 Gazette. No archive.';
  expect(archivingTerms({ holder: 'Gazette', notice, usageTerms: 'Editorial use.' })).toBe(notice);
  expect(archivingTerms({ holder: 'No Archive Ltd', notice: null, usageTerms: null })).toBeUndefined();
  expect(archivingTerms(undefined)).toBeUndefined();
});
