/** Meaning of a status or visibility. */
export type StatusMeaning = 'public' | 'embargoed' | 'scheduled' | 'unpublished' | 'withdrawn';

/** Words of statuses, lists separated by blanks. The first line of each is English, as systems print it. */
const words: Record<StatusMeaning, string> = {
  public: `
    usable publish published public live active final corrected sent approved online released
    everyone everybody open visible listed free all 1 true yes updated being-corrected
    veröffentlicht öffentlich freigegeben aktiv ja publié publiée public-e en-ligne oui publicado publicada público
    activo sí pubblicato pubblicata pubblico sì gepubliceerd openbaar publicerad publicerat publisert udgivet
    offentliggjort julkaistu opublikowany opublikowane opublikowano publikováno zveřejněno közzétéve publicat yayınlandı
    yayında diterbitkan опубликовано опубликован опубликована опубліковано δημοσιευμένο 公開 公開済み 公开 已发布 已發布
    已公开 게시됨 발행 공개 منشور מפורסם`,
  embargoed: 'embargoed embargo under-embargo gesperrt sperrfrist sous-embargo embargado embargada эмбарго',
  scheduled: `
    scheduled future planned queued
    geplant terminiert planifié planifiée programmé programmée programado programada programmato programmata agendado
    agendada ingepland schemalagd planlagt ajastettu zaplanowany naplánováno запланировано 予約投稿 予約 预定 定时发布`,
  unpublished: `
    draft drafts auto-draft in-progress submitted fetched routed ingested working 0 false no
    pending pending-review in-review review needs-review ready-for-review archived archive
    private hidden internal unlisted unpublished not-published inactive none offline disabled confidential
    members members-only paid tiers subscribers subscribers-only only-paid only-free founding premium filter
    password password-protected protected restricted trash trashed soft-trashed spiked
    skip incomplete rejected editing hold on-hold held expired
    entwurf privat ausstehend papierkorb archiviert unveröffentlicht nicht-veröffentlicht inaktiv in-bearbeitung nein
    brouillon privé privée en-attente en-attente-de-relecture corbeille archivé archivée non-publié dépublié non
    borrador privado privada pendiente pendiente-de-revisión papelera archivado archivada no-publicado
    bozza privato privata in-attesa in-attesa-di-revisione cestino archiviato archiviata non-pubblicato
    rascunho pendente revisão-pendente lixeira arquivado arquivada não-publicado não
    concept privé prullenbak gearchiveerd niet-gepubliceerd in-afwachting nee
    utkast arkiverad papperskorg opublicerad privat kladde udkast arkiveret arkivert upublisert luonnos arkistoitu
    szkic prywatny kosz zarchiwizowany nieopublikowany nie koncept archivováno nepublikováno vázlat piszkozat ciornă
    taslak özel çöp draf konsep
    черновик приватный личное на-утверждении корзина архив архивный не-опубликовано нет чернетка πρόχειρο
    下書き 非公開 ゴミ箱 レビュー待ち 草稿 私密 未发布 未發布 待审 待審 归档 임시글 비공개 초안 مسودة טיוטה`,
  withdrawn: `
    canceled cancelled withheld withdrawn killed kill recalled deleted retracted retraction mandatory-kill taken-down
    removed revoked
    gelöscht zurückgezogen supprimé supprimée retiré retirée eliminado eliminada retirado retirada borrado eliminato
    ritirato excluído removido verwijderd ingetrokken raderad slettet poistettu usunięty удалено удалён отозвано 削除 已删除`,
};

/** Meanings by the words of a status, joined by hyphens, in lower case. */
export const statusMeanings: ReadonlyMap<string, StatusMeaning> = new Map(
  (['public', 'embargoed', 'scheduled', 'unpublished', 'withdrawn'] as const).flatMap((meaning) =>
    words[meaning]
      .trim()
      .split(/\s+/)
      .map((word) => [word, meaning] as const),
  ),
);
