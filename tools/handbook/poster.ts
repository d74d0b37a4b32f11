/** The poster of a village room: whom to call and when somebody comes; how matters are done. */
import { canDoInVillage, needsNoTrip } from '../../miniprogram/shared/item-filters'
import { HILLS, styleSheet } from './assets'
import { html, raw } from './html'
import type { Html } from './html'
import { qrPicture } from './qr'
import type { Handbook, Place } from './source'

/** What fits on the paper. */
const MOST_WORDS = 30

/** Said once at the foot, instead of in every name. */
const SAMPLE_MARK = /（示例）$/

/** Two pages A3 for each village. */
export function posterHtml(book: Handbook, villages: readonly Place[], link: string): string {
  const second = howItIsDone(book)
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>${book.township.name}村室海报</title>
        <style>
          ${raw(styleSheet('poster'))}
        </style>
      </head>
      <body>
        ${villages.map((village) => html`${whomToCall(book, village, link)}${second}`)}
      </body>
    </html>`.text
}

function whomToCall({ township, thursday, items }: Handbook, village: Place, link: string): Html {
  const here = items.filter(canDoInVillage)
  const words = here.flatMap(({ aliases, name }) => aliases[0] ?? name)
  return html`<section class="page">
    <div class="top">
      <div>
        <div class="where">${township.county}${township.name}</div>
        <h1>${village.name.replace(SAMPLE_MARK, '')}</h1>
        <div class="room">便民服务室</div>
      </div>
      <div class="code">
        <div class="qr">${qrPicture(`v=${village.id}`, link)}</div>
        <div>微信扫一扫</div>
      </div>
    </div>
    <div class="hills">${raw(HILLS)}</div>
    ${
      village.agent !== null &&
      html`<div class="agent">
        <div class="agent-lead">办事找代办员，不收钱</div>
        <div class="agent-name">${village.agent.name}</div>
        <div class="agent-phone">${village.agent.phone}</div>
        <div class="agent-note">走不动、不识字、没有手机，打电话，上门来办</div>
      </div>`
    }
    <div class="pair">
      ${
        thursday !== '' &&
        html`<div class="fact">
          <div class="fact-name">每周四干部进村</div>
          <div class="fact-value">
            ${thursday.split('、').map((hours) => html`<div>${hours}</div>`)}
          </div>
        </div>`
      }
      <div class="fact">
        <div class="fact-name">村室开门</div>
        <div class="fact-text">${village.hours}</div>
      </div>
    </div>
    <h2>在村里就能交的有 ${here.length} 件，比如</h2>
    <div class="words">${words.slice(0, MOST_WORDS).map((word) => html`<span>${word}</span>`)}</div>
    <div class="foot">
      <span>${village.address}</span>
      ${township.sample && html`<span class="sample">示例，电话请勿拨打</span>`}
    </div>
  </section>`
}

function howItIsDone({ township, items, edition }: Handbook): Html {
  const free = items.filter(needsNoTrip).length
  const steps: readonly (readonly [string, string])[] = [
    ['说一声', '告诉代办员要办什么，或者打电话、用手机查'],
    ['带东西', '缺什么一次说清，写在纸上给您'],
    ['交上去', '当场给回执：编号、哪天办好、谁在办'],
    ['等消息', '到哪一步都查得到；最晚哪天，写在回执上'],
    ['拿结果', '代办员送回村里；办得怎么样，您来评'],
  ]
  return html`<section class="page second">
    <h1>办一件事，这样走</h1>
    <div class="steps">
      ${steps.map(
        ([name, text], n) =>
          html`<div class="step">
            <div class="step-number">${n + 1}</div>
            <div>
              <div class="step-name">${name}</div>
              <div class="step-text">${text}</div>
            </div>
          </div>`,
      )}
    </div>
    <div class="band">${items.length} 项服务，${free} 项一趟也不用跑</div>
    <h2>常要带的</h2>
    <div class="words big"><span>身份证</span><span>户口本</span><span>银行卡或社保卡</span></div>
    <p class="plain">原件看完就还给您。密码、短信里的数字，谁问都不要说。</p>
    <div class="calls">
      <div class="call">
        <div>${township.station.name}</div>
        <div class="call-number">${township.station.phone}</div>
        <div class="call-note">${township.station.hours}</div>
      </div>
      <div class="call watch">
        <div>监督电话</div>
        <div class="call-number">${township.supervisorPhone}</div>
        <div class="call-note">办得不好、推来推去、收了钱，打这个</div>
      </div>
    </div>
    <div class="foot">
      <span>《百事通》每户一本，没有的找代办员拿</span><span>${edition} 版</span>
    </div>
  </section>`
}
