import { Html, html } from './html'

const STYLE = new Html(`:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,sans-serif;max-width:72em;margin:2em auto;padding:0 1em}
table{border-collapse:collapse;width:100%}
caption{text-align:left;padding:.3em 0}
th,td{text-align:left;vertical-align:top;padding:.35em .8em .35em 0;border-bottom:1px solid #8884}
th{font-weight:600;white-space:nowrap}
td.number{text-align:right;font-variant-numeric:tabular-nums}
pre,code{font:14px/1.5 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap;margin:0}
section{overflow-x:auto;margin:2.2em 0}
.mark{border-left:4px solid #b26a00;padding:.4em 1em;background:#b26a0018}
.wrong{color:#b3261e}
@media (prefers-color-scheme:dark){.wrong{color:#ff8a80}a{color:#8ab4f8}}`)

/** A page without scripts and without anything from elsewhere. */
export function layout(title: string, content: Html): string {
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · 本机云</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        <p class="mark">这里只有本机的演示数据，不是真人的资料；只有这台电脑打得开这一页。</p>
        ${content}
      </body>
    </html>`
  return page.text
}

export interface Column {
  readonly title: string
  readonly number?: boolean
}

/** A table, or a line that says why there is none. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly (Html | string | number)[])[],
  none: string,
): Html {
  if (rows.length === 0) return html`<p>${none}</p>`
  const cell = (value: Html | string | number, column: number): Html =>
    columns[column]?.number ? html`<td class="number">${value}</td>` : html`<td>${value}</td>`
  return html`<table>
    <thead>
      <tr>
        ${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map(cell)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

const townshipTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'medium',
  hourCycle: 'h23',
})

/** An instant as people of the township read it. */
export function timeText(instant: number): string {
  return townshipTime.format(instant)
}
