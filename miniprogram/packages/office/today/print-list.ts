/** 名单: one sheet of paper with a box to tick per person; opens and prints on any computer. */
import type { Day } from '../../../services/office'
import { spokenDate, spokenTime } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const plain = (text: string): string => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)

export function printList(place: string, date: BusinessDate, { visitors }: Day): string {
  const rows = visitors.map(({ ticket, start, name, items, note, place: where, home }) => {
    const what = items.map((item) => item.name).join('、')
    const cells = [
      `${ticket}号`,
      spokenTime(start),
      name,
      what,
      home ? `上门：${where}` : note,
      '□',
    ]
    return `<tr>${cells.map((cell) => `<td>${plain(cell)}</td>`).join('')}</tr>`
  })
  const head = ['号', '时间', '姓名', '办什么', '说明', '来了'].map((cell) => `<th>${cell}</th>`)
  const title = plain(`${place} ${spokenDate(date)}`)
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px/1.5 sans-serif}table{width:100%;border-collapse:collapse}
th,td{padding:6px;border:1px solid #000;text-align:left}tr{break-inside:avoid}</style>
<h1>${title}</h1><table><tr>${head.join('')}</tr>${rows.join('')}</table>
<p>共${String(visitors.length)}人。用完请收好，不要贴在外面。</p></html>`
}
