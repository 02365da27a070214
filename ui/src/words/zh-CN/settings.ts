export const settings = {
  title: '设置与记录',
  session: '当前台账',
  closeHint: '离开电脑时请关闭台账；再次打开需要口令。',
  close: '关闭台账',
  history: '操作记录',
  historyHint: '记录首尾相扣，任何改动都能查出。',
  columns: { seq: '序号', at: '时间', what: '做了什么', about: '对象' },
  more: '显示更早的',
  noMore: '已到最早的记录',
}
