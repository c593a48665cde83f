/**
 * The map of the question "where?": a point set by pointer, arrow keys or the device's position goes into the box as
 * coordinates. What the box says and in which governorate that is, is asked of the server (/api/place), which goes by
 * the rule of submitting: nothing is refused here that is taken there.
 */
const place = document.querySelector<HTMLElement>('[data-place]');
const around = document.querySelector<HTMLElement>('[data-place-here]');
const map = place?.querySelector<SVGSVGElement>('svg.place__map');
const mark = map?.querySelector('circle');
const box = document.querySelector<HTMLInputElement>('#point');

if (place && around && map && mark && box) {
  const said = around.querySelector<HTMLElement>('[data-said]');
  const shapes = [...map.querySelectorAll<SVGPathElement>('path')];
  const [left = 0, top = 0, wide = 1, high = 1] = (place.dataset.view ?? '').split(' ').map(Number);
  const scale = Number(place.dataset.scale);
  const from = { x: Number(place.dataset.x), y: Number(place.dataset.y) };
  const nearest = 16;
  let zoom = 1;
  let middle = { x: left + wide / 2, y: top + high / 2 };
  let point: { x: number; y: number } | null = null;
  let asking = 0;
  let later: ReturnType<typeof setTimeout> | undefined;

  const say = (words = ''): void => {
    if (said) said.textContent = words;
  };
  const look = (): void => {
    const [width, height] = [wide / zoom, high / zoom];
    const x = Math.min(Math.max(middle.x - width / 2, left), left + wide - width);
    const y = Math.min(Math.max(middle.y - height / 2, top), top + high - height);
    map.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
    mark.setAttribute('r', String(6 / zoom));
  };
  const onMap = (latitude: number, longitude: number) => {
    const north = (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
    return { x: longitude * scale + from.x, y: from.y - north * scale };
  };
  const draw = (at: { x: number; y: number }): void => {
    point = at;
    mark.setAttribute('cx', String(at.x));
    mark.setAttribute('cy', String(at.y));
  };
  const clear = (): void => {
    point = null;
    mark.setAttribute('cx', '-99');
    for (const one of shapes) one.removeAttribute('data-chosen');
  };
  /** Marks the governorate and chooses it; null: outside the country. */
  const choose = (code: string | null): void => {
    const shape = shapes.find((one) => one.dataset.code === code);
    for (const one of shapes) one.toggleAttribute('data-chosen', one === shape);
    const radio = document.querySelector<HTMLInputElement>(
      `input[name="governorate"][value="${CSS.escape(code ?? '')}"]`,
    );
    if (radio) radio.checked = true;
    say(
      code === null
        ? place.dataset.outside
        : place.dataset.inside?.replace('{governorate}', shape?.dataset.name ?? code),
    );
  };
  /** Asks what the box says; an older answer that comes late is left aside. */
  const read = async (): Promise<void> => {
    const own = ++asking;
    if (box.value.trim() === '') return clear();
    const address = `/api/place?${new URLSearchParams({ point: box.value })}`;
    const answer = await fetch(address).catch(() => null);
    if (own !== asking || !answer) return;
    if (answer.status === 400) {
      clear();
      return say(place.dataset.unreadable);
    }
    const found = (await answer.json().catch(() => null)) as {
      point: { latitude: number; longitude: number };
      governorate?: string | null;
    } | null;
    if (own !== asking || !found) return;
    draw(onMap(found.point.latitude, found.point.longitude));
    if (found.governorate !== undefined) choose(found.governorate);
  };
  const write = (latitude: number, longitude: number): void => {
    box.value = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    // A held arrow key asks once, when it is let go.
    clearTimeout(later);
    later = setTimeout(() => void read(), 150);
  };
  const set = (at: { x: number; y: number }): void => {
    draw(at);
    const latitude = (Math.atan(Math.exp((((from.y - at.y) / scale) * Math.PI) / 180)) * 360) / Math.PI - 90;
    write(latitude, (at.x - from.x) / scale);
  };
  const closer = (times: number, to = point ?? middle): void => {
    zoom = Math.min(Math.max(zoom * times, 1), nearest);
    middle = to;
    look();
  };
  const locate = (): void => {
    say(place.dataset.searching);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        zoom = 8;
        middle = onMap(coords.latitude, coords.longitude);
        look();
        write(coords.latitude, coords.longitude);
      },
      () => say(place.dataset.refused),
      { timeout: 15_000, maximumAge: 60_000 },
    );
  };

  const does: Record<string, () => void> = {
    in: () => closer(2),
    out: () => closer(1 / 2),
    here: locate,
    clear: () => {
      box.value = '';
      box.dispatchEvent(new Event('input', { bubbles: true }));
      asking += 1;
      clear();
      say(place.dataset.cleared);
    },
  };
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-does]')) {
    button.addEventListener('click', () => does[button.dataset.does ?? '']?.());
  }
  if (!navigator.geolocation) around.querySelector('[data-does="here"]')?.remove();

  map.addEventListener('click', (event) => {
    const matrix = map.getScreenCTM();
    if (!matrix) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    set({ x, y });
  });
  const steps: Record<string, [x: number, y: number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  map.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    if (event.key === '+' || event.key === '=') closer(2);
    else if (event.key === '-') closer(1 / 2);
    else if (event.key === 'Delete' || event.key === 'Backspace') does.clear?.();
    else if (step) {
      const far = (event.shiftKey ? 20 : 4) / zoom;
      const at = point ?? middle;
      const next = point ? { x: at.x + step[0] * far, y: at.y + step[1] * far } : at;
      if (zoom > 1) middle = next;
      look();
      set(next);
    } else return;
    event.preventDefault();
  });
  box.addEventListener('change', () => void read());
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name="governorate"]')) {
    radio.addEventListener('change', () => {
      const shape = shapes.find((one) => one.dataset.code === radio.value);
      // Another governorate than the one of the point: the point is no longer meant.
      if (point && shape && !shape.hasAttribute('data-chosen')) does.clear?.();
      if (!shape) return;
      const area = shape.getBBox();
      middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
      zoom = Math.min(Math.max(Math.min(wide / area.width, high / area.height) * 0.8, 1), nearest);
      look();
    });
  }

  place.hidden = false;
  around.hidden = false;
  look();
  void read();
}

export {};
