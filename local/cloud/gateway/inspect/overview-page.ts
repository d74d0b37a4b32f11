import type { CollectionInfo } from '../../database/interface'
import type { Call } from '../../functions/call'
import type { PlannedTimer } from '../../timers/timers'
import type { StoredMessage } from '../../wechat/message-store'
import type { Html } from './html'
import { html } from './html'
import { layout, table, timeText } from './layout'

export interface Overview {
  readonly services: readonly { readonly name: string; readonly where?: string }[]
  readonly now: number
  readonly offsetMs: number
  readonly collections: readonly CollectionInfo[]
  /** Newest first. */
  readonly calls: readonly Call[]
  readonly messages: readonly StoredMessage[]
  readonly timers: readonly PlannedTimer[]
}

export function overviewPage(overview: Overview): string {
  const { now, offsetMs } = overview
  return layout(
    '看看里面有什么',
    html`<section>
        <h2>时钟</h2>
        <p>${timeText(now)}（${offsetText(offsetMs)}）</p>
      </section>
      <section>
        <h2>服务</h2>
        ${services(overview)}
      </section>
      <section>
        <h2>集合</h2>
        ${collections(overview)}
      </section>
      <section>
        <h2>最近的调用</h2>
        ${calls(overview)}
      </section>
      <section>
        <h2>送到的微信消息</h2>
        ${messages(overview)}
      </section>
      <section>
        <h2>定时器</h2>
        ${timers(overview)}
      </section>`,
  )
}

function offsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000)
  if (minutes === 0) return '和电脑的时间一样'
  const parts = [
    [Math.floor(minutes / 1440), '天'],
    [Math.floor(minutes / 60) % 24, '小时'],
    [minutes % 60, '分'],
  ] as const
  const length = parts.flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}`] : []))
  return `比电脑的时间${offsetMs > 0 ? '快' : '慢'} ${length.join(' ')}`
}

function services({ services }: Overview): Html {
  const rows = services.map(({ name, where }) => [name, where ?? ''])
  return table([{ title: '名字' }, { title: '在哪里' }], rows, '没有服务。')
}

function collections({ collections }: Overview): Html {
  return table(
    [{ title: '集合' }, { title: '文档数', number: true }, { title: '索引' }],
    collections.map(({ name, count, indexes }) => [
      html`<a href="/inspect/collections/${encodeURIComponent(name)}">${name}</a>`,
      count,
      indexes.map(indexText).join('；'),
    ]),
    '还没有集合。',
  )
}

function indexText({ name, keys, unique }: CollectionInfo['indexes'][number]): string {
  const fields = keys.map(([field, direction]) => (direction === 1 ? field : `${field} 倒序`))
  return `${name}（${fields.join('，')}${unique ? '，唯一' : ''}）`
}

function calls({ calls }: Overview): Html {
  return table(
    [
      { title: '开始' },
      { title: '云函数' },
      { title: '动作' },
      { title: '谁' },
      { title: '毫秒', number: true },
      { title: '往返', number: true },
      { title: '结果' },
      { title: '请求编号' },
    ],
    calls.map((call) => [
      timeText(call.startedAt),
      call.name,
      call.action ?? '',
      call.openid ?? call.source,
      call.ms ?? '进行中',
      call.roundTrips,
      call.result === 'ok' ? 'ok' : html`<span class="wrong">${call.result ?? ''}</span>`,
      html`<code>${call.id}</code>`,
    ]),
    '还没有人调用过云函数。',
  )
}

function messages({ messages }: Overview): Html {
  return table(
    [{ title: '送到' }, { title: '给谁' }, { title: '模板' }, { title: '内容' }, { title: '页面' }],
    messages.map(({ at, openid, title, data, page }) => [
      timeText(Date.parse(at)),
      openid,
      title,
      Object.values(data)
        .map(({ value }) => value)
        .join(' · '),
      page ?? '',
    ]),
    '还没有消息送到。',
  )
}

function timers({ timers }: Overview): Html {
  return table(
    [{ title: '云函数' }, { title: '定时器' }, { title: '表达式' }, { title: '下一次' }],
    timers.map(({ name, timer, next }) => [
      name,
      timer.name,
      html`<code>${timer.text}</code>`,
      next === null ? '不会再来' : timeText(next),
    ]),
    '没有云函数带定时器。',
  )
}
