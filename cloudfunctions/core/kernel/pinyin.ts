import { pinyin } from 'pinyin-pro'

/**
 * For the search on the phone: initials and syllables of each name, e.g. 低保 → `db`, `dibao`.
 * Computed when an item is made public, because the tables are too large for a phone.
 */
export function pinyinOf(names: readonly string[]): string[] {
  const forms = names.flatMap((name) => {
    const syllables = pinyin(name.replace(/[（(].*?[）)]/g, ''), {
      toneType: 'none',
      type: 'array',
      nonZh: 'removed',
      // ü is typed as v on every keyboard.
      v: true,
    })
    return [syllables.map((syllable) => syllable.charAt(0)).join(''), syllables.join('')]
  })
  return [...new Set(forms.filter(Boolean))]
}
