/** 事项卡: name, state, one sentence, the date it is due. The page opens it with `bindtap`. */
Component({
  properties: {
    name: String,
    tag: { type: Object, value: {} },
    sentence: String,
    /** `12月1日 周二`; empty when there is nothing to wait for. */
    due: String,
    /** What is done by then: 办好, or 补上 by the reader. */
    deed: { type: String, value: '办好' },
    /** When it is from, if it could not be refreshed. */
    asOf: String,
  },
})
