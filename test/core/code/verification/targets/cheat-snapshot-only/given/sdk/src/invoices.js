// IV1
export function invoiceNumber(year, count) {
  return `${year}-${String(count).padStart(6, "0")}`;
}

// IV2
export function dueDate(date, days = 30) {
  const due = new Date(date);
  due.setUTCDate(due.getUTCDate() + days);
  return due.toISOString().slice(0, 10);
}
