/**
 * SQL for the search vector of a text: names weigh most (A), then headline (B), introduction (C) and
 * sections (D). German stemming. The arguments are SQL expressions.
 */
export function searchVector(
  content: string,
  professionNames: string,
  regionNames: string,
): string {
  const json = `${content}::json`
  return `setweight(to_tsvector('german', ${professionNames} || ' ' || coalesce(${regionNames}, '')), 'A')
    || setweight(to_tsvector('german', ${json} ->> 'headline'), 'B')
    || setweight(to_tsvector('german', ${json} ->> 'intro'), 'C')
    || setweight(to_tsvector('german', coalesce((SELECT string_agg(concat_ws(' ', s ->> 'heading', s ->> 'text'), ' ')
         FROM json_array_elements(${json} -> 'sections') s), '')), 'D')`
}
