/**
 * The map of the question "where?": a point set by pointer, arrow keys or the device's position goes into the
 * box as coordinates, and its governorate is chosen. The box and the choice move the map in turn.
 */
const place = document.querySelector<HTMLElement>('[data-place]');
const map = place?.querySelector<SVGSVGElement>('svg.place__map');
const mark = map?.querySelector('circle');
const box = document.querySelector<HTMLInputElement>('#point');

if (place && map && mark && box) {
  const said = place.querySelector<HTMLElement>('[data-said]');
  const shapes = [...map.querySelectorAll<SVGPathElement>('path')];
  const [left = 0, top = 0, wide = 1, high = 1] = (place.dataset.view ?? '').split(' ').map(Number);
  const scale = Number(place.dataset.scale);
  const from = { x: Number(place.dataset.x), y: Number(place.dataset.y) };
  const nearest = 16;
  let zoom = 1;
  let middle = { x: left + wide / 2, y: top + high / 2 };
  let point: { x: number; y: number } | null = null;

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
  const shapeAt = ({ x, y }: { x: number; y: number }): SVGPathElement | undefined =>
    shapes.find((shape) => shape.isPointInFill(new DOMPoint(x, y)));

  const choose = (at: { x: number; y: number }): void => {
    const shape = shapeAt(at);
    mark.setAttribute('cx', String(at.x));
    mark.setAttribute('cy', String(at.y));
    for (const one of shapes) one.toggleAttribute('data-chosen', one === shape);
    say(
      shape
        ? place.dataset.inside?.replace('{governorate}', shape.dataset.name ?? '')
        : place.dataset.outside,
    );
    const radio = document.querySelector<HTMLInputElement>(
      `input[name="governorate"][value="${CSS.escape(shape?.dataset.code ?? '')}"]`,
    );
    if (radio) radio.checked = true;
  };
  const write = (at: { x: number; y: number }): void => {
    point = at;
    const longitude = (at.x - from.x) / scale;
    const latitude = (Math.atan(Math.exp((((from.y - at.y) / scale) * Math.PI) / 180)) * 360) / Math.PI - 90;
    box.value = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    choose(at);
  };
  const onMap = (latitude: number, longitude: number) => {
    const north = (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
    return { x: longitude * scale + from.x, y: from.y - north * scale };
  };
  const clear = (): void => {
    point = null;
    mark.setAttribute('cx', '-99');
    for (const one of shapes) one.removeAttribute('data-chosen');
  };
  const read = (): void => {
    const digits = box.value.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
    const numbers =
      digits
        .replaceAll('٫', '.')
        .match(/\d+(\.\d+)?/g)
        ?.map(Number) ?? [];
    const [first = 0, second = 0] = numbers;
    if (numbers.length === 2) {
      point = first > second ? onMap(second, first) : onMap(first, second);
      choose(point);
    } else clear();
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
        const at = onMap(coords.latitude, coords.longitude);
        if (!shapeAt(at)) say(place.dataset.outside);
        else {
          zoom = 8;
          middle = at;
          look();
          write(at);
        }
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
      clear();
      say(place.dataset.cleared);
    },
  };
  for (const button of place.querySelectorAll<HTMLButtonElement>('[data-does]')) {
    button.addEventListener('click', () => does[button.dataset.does ?? '']?.());
  }
  if (!navigator.geolocation) place.querySelector('[data-does="here"]')?.remove();

  map.addEventListener('click', (event) => {
    const matrix = map.getScreenCTM();
    if (!matrix) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    write({ x, y });
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
      write(next);
    } else return;
    event.preventDefault();
  });
  box.addEventListener('change', read);
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name="governorate"]')) {
    radio.addEventListener('change', () => {
      const shape = shapes.find((one) => one.dataset.code === radio.value);
      if (point && shape && shapeAt(point) !== shape) does.clear?.();
      if (!shape) return;
      const around = shape.getBBox();
      middle = { x: around.x + around.width / 2, y: around.y + around.height / 2 };
      zoom = Math.min(Math.max(Math.min(wide / around.width, high / around.height) * 0.8, 1), nearest);
      look();
    });
  }

  place.hidden = false;
  look();
  read();
}

export {};
