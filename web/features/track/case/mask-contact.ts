/** An e-mail address of which a person recognises their own, and nobody else learns it: `l•••a@example.jo`. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  const name = address.slice(0, at);
  return `${name.slice(0, 1)}•••${name.length > 2 ? name.slice(-1) : ''}${address.slice(at)}`;
}

/** A phone number of which the last three digits are shown: `+962 ••• ••• 567`. */
export function maskPhone(number: string): string {
  return `${number.startsWith('+962') ? '+962 ' : ''}••• ••• ${number.slice(-3)}`;
}
