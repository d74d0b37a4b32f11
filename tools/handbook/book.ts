/** 《百事通》: cover, how to use it, contents, every matter by life event, phones, everyday names. */
import { guideView } from '../../miniprogram/shared/guide-view'
import { HILLS, styleSheet } from './assets'
import { html, raw } from './html'
import type { Html } from './html'
import { qrPicture } from './qr'
import type { Guide, Handbook, Place } from './source'

export interface BookOptions {
  /** What QR codes begin with; see qr.ts. */
  readonly link: string
  /** The day on the back of the cover, e.g. `2026年11月24日`. */
  readonly printedOn: string
}

/** As wide as a character: what parts words of different kinds. */
const GAP = '\u3000'

/** One that the layout never breaks; `heading` stays with what follows. */
const block = (content: Html, kind = ''): Html => html`<div class="block ${kind}">${content}</div>`

/** The whole book as one document; `paginate.ts` makes pages of it. */
export function bookHtml(book: Handbook, options: BookOptions): string {
  const chapters = book.categories
    .map((category) => ({
      ...category,
      items: book.items.filter((item) => item.category === category.id),
    }))
    .filter(({ items }) => items.length > 0)
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>${book.township.name}百事通 ${book.edition}</title>
        <style>
          ${raw(styleSheet('book'))}
        </style>
      </head>
      <body>
        <div id="pages"></div>
        <template id="front">${cover(book)}${colophon(book, options)}</template>
        <template id="contents">
          ${chapters.map(
            ({ name, items }) =>
              html`${block(html`<h2>${name}</h2>`, 'heading')}${items.map((item) =>
                block(contentsRow(item.code, item.name)),
              )}`,
          )}
          ${block(html`<h2>电话和人</h2>`, 'heading')}${block(contentsRow('phones', '单位电话'))}${block(
            contentsRow('agents', '各村代办员'),
          )}${block(contentsRow('names', '平时的叫法，在哪一页'))}
        </template>
        <template id="body">
          ${chapters.map(
            ({ name, items }, index) =>
              html`<section class="chapter" data-head="${name}">
                  ${opener(name, index + 1, items)}
                </section>
                ${items.map(
                  (item) =>
                    html`<section data-head="${name}" data-mark="${item.code}">
                      ${itemBlocks(item, options)}
                    </section>`,
                )}`,
          )}
          <section class="chapter" data-head="单位电话" data-mark="phones">${phones(book)}</section>
          <section class="chapter" data-head="各村代办员" data-mark="agents">
            ${agents(book.places)}
          </section>
          <section class="chapter" data-head="平时的叫法" data-mark="names">
            ${names(book.items)}
          </section>
        </template>
        <template id="back">${backCover(book)}</template>
      </body>
    </html>`
  return page.text
}

const contentsRow = (mark: string, name: string): Html =>
  html`<div class="toc-row">
    <span class="toc-name">${name}</span><span class="toc-dots"></span
    ><span class="toc-page" data-page-of="${mark}"></span>
  </div>`

const cover = ({ township, edition, items }: Handbook): Html =>
  html`<div class="page cover">
    <div class="cover-top">${township.county}${township.name}</div>
    <div class="cover-title">百事通</div>
    <div class="cover-sub">家里办事，翻开就懂</div>
    <div class="cover-hills">${raw(HILLS)}</div>
    <div class="cover-foot">
      <div>${items.length} 项服务${GAP}带什么${GAP}找谁${GAP}多久办好</div>
      <div class="cover-edition">${edition} 版${township.sample && '（示例）'}</div>
    </div>
  </div>`

const colophon = ({ township, edition }: Handbook, { printedOn }: BookOptions): Html =>
  html`<div class="page plain">
    <h1>这本书怎么用</h1>
    <p><b>一、</b>想想是家里哪样事：生孩子、上学、建房、看病……目录按事情排。</p>
    <p><b>二、</b>只记得平时的叫法？书后“平时的叫法”告诉您在哪一页。</p>
    <p>
      <b>三、</b>每一项都写着：带什么、找谁、多久办好、要不要钱。用微信小程序扫方块，里面是最新的。
    </p>
    <p>
      <b>四、</b>不识字、走不动、没有手机，都一样能办：打村代办员的电话，上门帮您办，<b>不收钱</b>。
    </p>
    <div class="bigcall">
      <div>${township.station.name}</div>
      <div class="bigcall-number">${township.station.phone}</div>
      <div class="t2">${township.station.hours}</div>
    </div>
    <div class="bigcall quiet">
      <div>办得不好、有人刁难，打监督电话</div>
      <div class="bigcall-number">${township.supervisorPhone}</div>
    </div>
    <p class="note">
      ${edition}
      版，${printedOn}印。政策会变：和窗口说的不一样，以窗口和小程序里的为准。${
        township.sample &&
        '这一本是示例：事项细节、人名、电话都是编的，没有经过乡里确认，请勿拨打。'
      }
    </p>
  </div>`

const backCover = ({ township }: Handbook): Html =>
  html`<div class="page cover back">
    <div class="back-words">
      有事先打个电话，<br />少跑一趟路，<br />少进一扇门，<br />少找一个人。
    </div>
    <div class="cover-hills">${raw(HILLS)}</div>
    <div class="cover-foot">
      <div>${township.station.name}</div>
      <div class="bigcall-number">${township.station.phone}</div>
    </div>
  </div>`

const opener = (name: string, number: number, items: readonly Guide[]): Html[] => [
  block(
    html`<div class="opener">
      <div class="opener-number">${number}</div>
      <h1>${name}</h1>
    </div>`,
    'heading',
  ),
  ...items.map((item) => block(contentsRow(item.code, item.name))),
]

/** The same words as on the phone: both are made by `guideView`. */
function itemBlocks(item: Guide, { link }: BookOptions): Html[] {
  const view = guideView(item)
  const list = (title: string, rows: readonly Html[]): Html[] =>
    rows.length === 0 ? [] : [block(html`<h3>${title}</h3>`, 'heading'), ...rows]
  const paper = (row: { readonly name: string; readonly note: string }): Html =>
    block(
      html`<div class="paper">
        <span class="box"></span>
        <div>
          <b>${row.name}</b>${row.note !== '' && html`<span class="t2">${GAP}${row.note}</span>`}
        </div>
      </div>`,
    )
  const point = (text: string): Html => block(html`<div class="point">${text}</div>`)
  return [
    block(
      html`<div class="item-head">
        <div class="item-words">
          <div class="item-code">${item.code}</div>
          <h1>${view.name}</h1>
          ${item.aliases.length > 0 && html`<div class="t2">也叫：${item.aliases.join('、')}</div>`}
          <div class="audience">${view.audience}</div>
        </div>
        <div class="qr">${qrPicture(`i=${item.code}`, link)}</div>
      </div>`,
      'heading',
    ),
    block(
      html`<div class="facts">
        ${view.facts.map(
          ({ name, value }) => html`<div><span class="t2">${name}</span><b>${value}</b></div>`,
        )}
      </div>`,
    ),
    ...(view.fee === '' ? [] : [block(html`<div class="fee">收费：${view.fee}</div>`)]),
    ...list('要带什么', view.bring.map(paper)),
    ...list('有就带', view.maybe.map(paper)),
    ...(view.forms === '' ? [] : [block(html`<div class="t2 forms">${view.forms}</div>`)]),
    ...(view.bring.length + view.maybe.length === 0
      ? list('要带什么', [point('什么都不用带，人来就行，打电话也行。')])
      : []),
    ...list('什么人能办', view.conditions.map(point)),
    ...list(
      '怎么走',
      view.steps.map(({ number, name, note }) =>
        block(
          html`<div class="step">
            <span class="step-number">${number}</span>
            <div>${name}${note !== '' && html`<span class="t2">${GAP}${note}</span>`}</div>
          </div>`,
        ),
      ),
    ),
    block(html`<div class="result">办成了：${view.result}</div>`),
    ...list('要注意', view.tips.map(point)),
    ...list('找谁', [
      block(
        html`<div class="who">
          <b>${view.unitName}</b>${GAP}${item.unit.window}
          <span class="who-phone">${view.unitPhone}</span>
        </div>`,
      ),
      ...view.people.map((person) =>
        block(
          html`<div class="who">${person.name}<span class="who-phone">${person.phone}</span></div>`,
        ),
      ),
    ]),
    ...(view.basis === '' ? [] : [block(html`<div class="basis">${view.basis}</div>`)]),
  ]
}

function phones({ township, items, places }: Handbook): Html[] {
  const units = new Map(items.map(({ unit }) => [unit.id, unit]))
  const offices = places.filter(({ kind }) => kind !== 'village')
  const row = (name: string, note: string, phone: string): Html =>
    block(
      html`<div class="phone-row">
        <div>
          <b>${name}</b>
          <div class="t2">${note}</div>
        </div>
        <div class="phone-number">${phone}</div>
      </div>`,
    )
  return [
    block(html`<h1>单位电话</h1>`, 'heading'),
    row('监督电话', '办得不好、有人刁难', township.supervisorPhone),
    ...offices.map(({ name, hours, phone }) => row(name, hours, phone)),
    ...[...units.values()].map(({ name, formerName, window, phone }) =>
      row(
        name,
        [formerName === null ? '' : `原${formerName}`, window].filter(Boolean).join('，'),
        phone,
      ),
    ),
  ]
}

const agents = (places: readonly Place[]): Html[] => [
  block(
    html`<h1>各村代办员</h1>
      <p class="t2">不识字、走不动、没空，打给代办员。代办不收钱，不碰您的密码。</p>`,
    'heading',
  ),
  ...places.flatMap(({ kind, name, address, agent }) =>
    kind !== 'village' || agent === null
      ? []
      : [
          block(
            html`<div class="phone-row">
              <div>
                <b>${name}${GAP}${agent.name}</b>
                <div class="t2">${address}</div>
              </div>
              <div class="phone-number">${agent.phone}</div>
            </div>`,
          ),
        ],
  ),
]

/** In the order in which a dictionary has them. */
function names(items: readonly Guide[]): Html[] {
  const order = new Intl.Collator('zh-u-co-pinyin')
  const all = items
    .flatMap(({ code, aliases }) => aliases.map((alias) => ({ alias, code })))
    .sort((a, b) => order.compare(a.alias, b.alias))
  const rows = all.map(({ alias, code }) => contentsRow(code, alias))
  const pairs = rows.flatMap((row, n) => (n % 2 === 0 ? [[row, rows[n + 1] ?? html``]] : []))
  return [
    block(html`<h1>平时的叫法</h1>`, 'heading'),
    ...pairs.map(([left, right]) =>
      block(
        html`<div class="two">
          <div>${left}</div>
          <div>${right}</div>
        </div>`,
      ),
    ),
  ]
}
