/** A message: title, one line, time, 新. Neutral, because phones are shared. */
Component({
  properties: { title: String, text: String, when: String, unread: Boolean, first: Boolean },
})
