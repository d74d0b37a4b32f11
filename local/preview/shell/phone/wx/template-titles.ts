/** Titles of the subscribe templates by id, where the server serves them. */
export async function loadTemplateTitles(): Promise<Record<string, string>> {
  const response = await fetch('preview/templates.json').catch(() => undefined)
  if (!response?.ok) return {}
  const listed = (await response.json()) as
    Record<string, string | { title: string }> | { id: string; title: string }[]
  const pairs = Array.isArray(listed)
    ? listed.map(({ id, title }) => [id, title] as const)
    : Object.entries(listed).map(
        ([id, entry]) => [id, typeof entry === 'string' ? entry : entry.title] as const,
      )
  return Object.fromEntries(pairs)
}
