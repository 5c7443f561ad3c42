/**
 * A statement that keeps its plan: each parameter with a plus before it, which changes no value.
 *
 * SQLite compiles a statement anew whenever a parameter is bound that its planner would like to know the value of: in
 * a join, in LIMIT, beside indexes with statistics. That takes longer than most of our statements run (an article by
 * its slug 36 µs instead of 11, a page of a list as much again), and plans here do not depend on values. The
 * planner looks through no expression. SQLite has a switch for it (SQLITE_DBCONFIG_ENABLE_QPSG) that the driver has not.
 */
// SELECT key FROM articles WHERE slug = :slug LIMIT ? → SELECT key FROM articles WHERE slug = +:slug LIMIT +?
export function planOnce(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|--.*|(:[A-Za-z_]\w*|\?)/g, (found, parameter) =>
    parameter === undefined ? found : `+${found}`,
  );
}
