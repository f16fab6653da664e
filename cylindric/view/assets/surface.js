// Show a scene (cylindric/view/scene.py) in an element of a page: drag to turn, scroll to zoom.

const FIELD = 30; // degrees, of the camera
const ELEVATION = (20 * Math.PI) / 180; // as in the still picture
const ASIDE = (15 * Math.PI) / 180; // how far to the left of the middle the fullest line is seen
const ROUND = 48; // so many flat pieces round the cylinder look round
const PIECES = 200_000; // no more of them are made to look round

/** Return the positions of points and the corners of lozenges. */
async function unpacked({ shape, numbers, scale }, data) {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate"));
  const buffer = await new Response(stream).arrayBuffer();
  const points = shape[0] * shape[1];
  const faces = numbers[0] + numbers[1] + numbers[2];
  const view = new DataView(buffer);
  const positions = new Float32Array(3 * points);
  for (let axis = 0; axis < 3; axis++)
    for (let p = 0; p < points; p++)
      positions[3 * p + axis] = scale * view.getInt16(2 * (axis * points + p), true);
  const corners = new Uint32Array(4 * faces);
  for (let corner = 0; corner < 4; corner++)
    for (let face = 0, at = 0; face < faces; face++) {
      at += view.getInt32(6 * points + 4 * (corner * faces + face), true);
      corners[4 * face + corner] = at;
    }
  return { positions, corners };
}

/**
 * Return the lozenges first .. first + number - 1 as triangles, with places within the lozenge.
 *
 * `lines` are those of the four corners, from the line of corner `on` on.  Each lozenge is cut into
 * `cuts` times `cuts` flat pieces, which lie round the cylinder, not across it.
 */
function geometry({ positions, corners }, [period, height], { first, number, lines, on, cuts }) {
  const row = cuts + 1;
  const places = row * row;
  const points = new Float32Array(3 * places * number);
  const within = new Uint8Array(2 * places * number);
  const triangles = new Uint32Array(6 * cuts * cuts * number);
  let filled = 0;
  for (let face = 0; face < number; face++) {
    const ends = corners.subarray(4 * (first + face), 4 * (first + face + 1));
    const line = Math.floor(ends[on] / height);
    for (let p = 0; p < places; p++) {
      const at = face * places + p;
      const [u, v] = [(p % row) / cuts, Math.floor(p / row) / cuts];
      let [angle, up, radius] = [0, 0, 0];
      for (let corner = 0; corner < 4; corner++) {
        const share = (corner % 3 ? u : 1 - u) * (corner > 1 ? v : 1 - v);
        const from = 3 * ends[corner];
        angle += (share * 2 * Math.PI * (line + lines[corner])) / period;
        up += share * positions[from + 1];
        radius += share * Math.hypot(positions[from], positions[from + 2]);
      }
      points[3 * at] = radius * Math.sin(angle);
      points[3 * at + 1] = up;
      points[3 * at + 2] = radius * Math.cos(angle);
      within[2 * at] = 255 * u;
      within[2 * at + 1] = 255 * v;
      if (u < 1 && v < 1) {
        triangles.set([at, at + 1, at + row + 1, at, at + row + 1, at + row], filled);
        filled += 6;
      }
    }
  }
  const made = new THREE.BufferGeometry();
  made.setAttribute("position", new THREE.BufferAttribute(points, 3));
  made.setAttribute("within", new THREE.BufferAttribute(within, 2, true));
  made.setIndex(new THREE.BufferAttribute(triangles, 1));
  if (cuts > 1) made.computeVertexNormals(); // which no two lozenges share
  return made;
}

/** Return a colour for one kind of lozenges: edges darker while they are seen, the inside paler. */
function material(colour, ground, flat) {
  const made = new THREE.MeshLambertMaterial({
    color: colour,
    flatShading: flat,
    side: THREE.DoubleSide,
    polygonOffset: true, // the seam lies on it
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 1,
  });
  made.onBeforeCompile = (shader) => {
    shader.uniforms.ground = { value: new THREE.Color(ground) };
    shader.vertexShader = shader.vertexShader
      .replace("#include <common>", "#include <common>\nattribute vec2 within;\nvarying vec2 vWithin;")
      .replace("#include <begin_vertex>", "#include <begin_vertex>\nvWithin = within;");
    shader.fragmentShader = shader.fragmentShader
      .replace("#include <common>", "#include <common>\nvarying vec2 vWithin;\nuniform vec3 ground;")
      .replace(
        "#include <opaque_fragment>",
        `vec2 pixel = fwidth(vWithin);
         vec2 far = smoothstep(0.3 * pixel, 1.2 * pixel, min(vWithin, 1.0 - vWithin));
         float seen = 1.0 - smoothstep(0.1, 0.35, max(pixel.x, pixel.y));
         outgoingLight *= 1.0 - 0.75 * seen * (1.0 - min(far.x, far.y));
         if (!gl_FrontFacing) outgoingLight = mix(ground, outgoingLight, 0.4);
         #include <opaque_fragment>`,
      );
  };
  return made;
}

/** Return the seam, on the points of line 0 a little outside, in dashes of one unit. */
function seam({ positions }, { shape, radius, accent }) {
  const ends = [];
  for (let p = 0; p < shape[1]; p++) {
    const [x, y, z] = positions.subarray(3 * p, 3 * p + 3);
    ends.push(x, y, z + 0.01 * radius);
  }
  const pieces = [];
  for (let p = 0; p + 1 < shape[1]; p += 2) pieces.push(...ends.slice(3 * p, 3 * p + 6));
  const lines = new THREE.LineSegmentsGeometry();
  lines.setPositions(pieces);
  return new THREE.LineSegments2(lines, new THREE.LineMaterial({ color: accent, linewidth: 3 }));
}

/** Return a text that faces the camera. */
function label(text, colour, height) {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const font = "bold 48px sans-serif";
  pen.font = font;
  canvas.width = Math.ceil(pen.measureText(text).width) + 8;
  canvas.height = 64;
  pen.font = font;
  pen.fillStyle = colour;
  pen.textBaseline = "middle";
  pen.fillText(text, 4, 32);
  const map = new THREE.CanvasTexture(canvas);
  map.colorSpace = "srgb";
  const made = new THREE.Sprite(new THREE.SpriteMaterial({ map, transparent: true }));
  made.scale.set((height * canvas.width) / canvas.height, height, 1);
  return made;
}

/** Return the letters of the word below the steps, and the name of the seam below line 0. */
function labels({ word, period, radius, ink, accent }, low) {
  const size = Math.min(0.9, 0.25 * radius, (0.8 * 2 * Math.PI * radius) / period);
  const name = Math.max(0.8 * size, 0.1 * radius);
  const placed = (made, k, below) => {
    const angle = (2 * Math.PI * k) / period;
    made.position.set(1.04 * radius * Math.sin(angle), low - below, 1.04 * radius * Math.cos(angle));
    return made;
  };
  const letters = [...word].map((letter, k) => placed(label(letter, ink, size), k + 0.5, size));
  const below = (word ? 1.5 * size : 0) + name;
  return [...letters, placed(label(`0 ~ ${period}`, accent, name), 0, below)];
}

/** Say what is seen, and how to play with it or why nothing is. */
function caption(element, lines, ink) {
  const box = document.createElement("div");
  box.style.cssText =
    `position: absolute; left: 12px; right: 12px; bottom: 8px; color: ${ink}; opacity: 0.75; ` +
    "font: 13px/1.4 system-ui, sans-serif; pointer-events: none";
  for (const text of lines) {
    const line = document.createElement("div");
    line.textContent = text;
    line.style.cssText = "overflow: hidden; white-space: nowrap; text-overflow: ellipsis";
    box.append(line);
  }
  element.append(box);
}

/**
 * Show a scene.
 *
 * @param {HTMLElement} element in which; one without a height is given one
 * @param {object} settings of the scene
 * @param {Uint8Array | DataView} data of the scene
 */
async function show(element, settings, data) {
  const { numbers, colours, period, fullest, ground, ink, says } = settings;
  element.style.position = "relative";
  if (!element.clientHeight) element.style.height = "520px";
  let renderer;
  try {
    renderer = new THREE.WebGLRenderer({ antialias: true });
  } catch {
    caption(element, [says, "This browser shows no three-dimensional graphics (WebGL)."], ink);
    return;
  }
  const canvas = renderer.domElement;
  canvas.style.cssText = "display: block; width: 100%; height: 100%; outline: none; cursor: grab";
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", says);
  element.append(canvas);
  caption(element, [says, "Drag to turn, scroll to zoom, double-click to begin again."], ink);

  const mesh = await unpacked(settings, data);
  const scene = new THREE.Scene();
  scene.background = new THREE.Color(ground);
  const all = numbers.reduce((sum, number) => sum + number);
  const cuts = Math.min(Math.ceil(ROUND / period), Math.floor(Math.sqrt(PIECES / all))) || 1;
  let first = 0;
  numbers.forEach((number, kind) => {
    const where = kind ? { lines: [0, 1, 1, 0], on: 0 } : { lines: [-1, 0, 1, 0], on: 1 };
    const solid = geometry(mesh, settings.shape, { first, number, cuts, ...where });
    scene.add(new THREE.Mesh(solid, material(colours[kind], ground, cuts === 1)));
    first += number;
  });
  let [low, high, wide] = [Infinity, -Infinity, 0];
  for (let p = 0; p < mesh.positions.length; p += 3) {
    const [x, y, z] = mesh.positions.subarray(p, p + 3);
    low = Math.min(low, y);
    high = Math.max(high, y);
    wide = Math.max(wide, Math.hypot(x, z));
  }
  const texts = labels(settings, low);
  scene.add(seam(mesh, settings), ...texts);
  low = Math.min(...texts.map((text) => text.position.y - text.scale.y / 2));

  const camera = new THREE.PerspectiveCamera(FIELD, 1, 1, 1);
  const sun = new THREE.DirectionalLight("#ffffff", 2.1);
  sun.position.set(-0.6, 0.9, 1.0); // beside the camera, so that whatever is in front is lit alike
  camera.add(sun, new THREE.AmbientLight("#ffffff", 1.5));
  scene.add(camera);
  const controls = new THREE.OrbitControls(camera, canvas);
  const middle = (low + high) / 2;
  const azimuth = (2 * Math.PI * fullest) / period + ASIDE;

  const draw = () => {
    renderer.render(scene, camera);
    canvas.dataset.drawn = Number(canvas.dataset.drawn ?? 0) + 1;
  };
  let asked = 0;
  const ask = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      draw();
    });
  };
  const begin = () => {
    const half = Math.tan((FIELD * Math.PI) / 360);
    const tall = ((high - low) / 2) * Math.cos(ELEVATION) + wide * Math.sin(ELEVATION);
    const distance = (1.08 * Math.max(tall, wide / Math.min(camera.aspect, 1))) / half + wide;
    controls.target.set(0, middle, 0);
    camera.position.set(
      distance * Math.cos(ELEVATION) * Math.sin(azimuth),
      middle + distance * Math.sin(ELEVATION),
      distance * Math.cos(ELEVATION) * Math.cos(azimuth),
    );
    camera.near = distance / 100;
    camera.far = 10 * distance;
    camera.updateProjectionMatrix();
    controls.minDistance = distance / 20;
    controls.maxDistance = 5 * distance;
    controls.update();
    ask();
  };
  const fit = () => {
    const [width, height] = [element.clientWidth, element.clientHeight];
    if (!width || !height) return;
    renderer.setPixelRatio(Math.min(window.devicePixelRatio, 2));
    renderer.setSize(width, height, false);
    camera.aspect = width / height;
    camera.updateProjectionMatrix();
    draw();
  };
  fit();
  begin();
  controls.addEventListener("change", ask);
  canvas.addEventListener("dblclick", begin);
  canvas.addEventListener("keydown", (event) => {
    const turn = { ArrowLeft: -0.1, ArrowRight: 0.1 }[event.key];
    if (!turn) return;
    event.preventDefault();
    camera.position.sub(controls.target);
    camera.position.applyAxisAngle(camera.up, turn);
    camera.position.add(controls.target);
    controls.update();
  });
  new ResizeObserver(fit).observe(element);
}
