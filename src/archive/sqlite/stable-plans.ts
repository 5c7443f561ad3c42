/**
 * Returns a statement with a plus before each parameter, which changes no value but keeps the query plan stable.
 *
 * SQLite recompiles a statement when a parameter is bound that its planner wants to know the value of: in a join, in
 * LIMIT, beside indexes with statistics. That takes longer than most of our statements run (an article by its slug
 * 36 µs instead of 11), and our plans do not depend on values. The planner does not look into expressions. The driver
 * does not offer SQLite's own switch, SQLITE_DBCONFIG_ENABLE_QPSG.
 */
// SELECT key FROM articles WHERE slug = :slug LIMIT ? → SELECT key FROM articles WHERE slug = +:slug LIMIT +?
export function stablePlan(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|--.*|(:[A-Za-z_]\w*|\?)/g, (found, parameter) =>
    parameter === undefined ? found : `+${found}`,
  );
}
