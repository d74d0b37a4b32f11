import { button, dom } from './dom'

const shown = new Set<string>()

/**
 * Says loudly that something is wrong with the page or the preview: a console error and a red
 * note on the phone that stays until closed. The same text is shown once.
 */
export function reportProblem(text: string, cause?: unknown): void {
  console.error(`[preview] ${text}`, ...(cause === undefined ? [] : [cause]))
  if (shown.has(text)) return
  shown.add(text)
  const list =
    document.querySelector('.problems') ??
    document.body.appendChild(dom('div', { class: 'problems', role: 'log' }))
  const note = dom('p', { class: 'problem' }, text)
  const close = (): void => {
    note.remove()
    shown.delete(text)
  }
  note.append(button('×', close, { 'aria-label': '关闭提示' }))
  list.append(note)
}

/** Errors of the mini-program that nobody caught. */
export function reportUncaughtErrors(): void {
  window.addEventListener('error', (event) => {
    reportProblem(`页面出错：${event.message}`, event.error)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => {
    const text = reason instanceof Error ? reason.message : JSON.stringify(reason)
    reportProblem(`没有处理的失败：${text}`, reason)
  })
}
