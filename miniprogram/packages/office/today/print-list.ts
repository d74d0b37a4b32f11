/** 名单: one sheet of paper with a box to tick per person; opens and prints on any computer. */
import type { Day } from '../../../services/office'
import { halfDay, spokenDate, spokenTime } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const plain = (text: string): string => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)

const HEAD = ['号', '时间', '姓名', '办什么', '说明', '来了']

const STYLE = `@page{margin:12mm}body{margin:8px;font:16px/1.5 sans-serif}h1{font-size:22px}
table{width:100%;border-collapse:collapse}thead{display:table-header-group}
th,td{padding:6px;border:1px solid #000;text-align:left;vertical-align:top}
tr{break-inside:avoid}.whole{white-space:nowrap}.tick{font-size:24px;line-height:1}`

/** In columns that are never broken: number, time, name and the box to tick. */
const KINDS: readonly string[] = ['whole', 'whole', 'whole', '', '', 'whole tick']

/** People who come, in the order of their times; then those who are visited at home. */
export function printList(place: string, date: BusinessDate, { visitors }: Day): string {
  const title = plain(`${place} ${spokenDate(date)}`)
  const comers = visitors.filter(({ home }) => !home)
  const atHome = visitors.filter(({ home }) => home)
  return `<!doctype html><html lang="zh"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${STYLE}</style>
<h1>${title}</h1>${table(comers)}
${atHome.length > 0 ? `<h1>上门</h1>${table(atHome)}` : ''}
<p>共${String(visitors.length)}人。用完请收好，不要贴在外面。</p></html>`
}

/** Of a visit at home the note begins with where it is. */
function table(visitors: Day['visitors']): string {
  const rows = visitors.map(({ ticket, start, name, items, note, home }) => {
    const what = items.map((item) => item.name).join('、')
    const time = home ? halfDay(start) : spokenTime(start)
    const cells = [`${ticket}号`, time, name, what, note, '□']
    return `<tr>${cells.map((cell, at) => `<td class="${KINDS[at] ?? ''}">${plain(cell)}</td>`).join('')}</tr>`
  })
  const head = HEAD.map((cell) => `<th class="whole">${cell}</th>`).join('')
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}
