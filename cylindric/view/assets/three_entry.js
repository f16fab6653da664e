// What `surface.js` needs of three.js 0.187.0 (MIT licence, LICENSE.three.txt).  `three.min.js` is
// made of it, in a folder with three and esbuild 0.25 installed by npm, and then given a first line:
//
//   esbuild three_entry.js --bundle --minify --format=iife --global-name=THREE --target=es2020 \
//       --legal-comments=eof --outfile=three.min.js
export {
  AmbientLight, BufferAttribute, BufferGeometry, CanvasTexture, Color, DirectionalLight, DoubleSide,
  Mesh, MeshLambertMaterial, PerspectiveCamera, Scene, Sprite, SpriteMaterial, WebGLRenderer,
} from "three";
export { OrbitControls } from "three/addons/controls/OrbitControls.js";
export { LineMaterial } from "three/addons/lines/LineMaterial.js";
export { LineSegments2 } from "three/addons/lines/LineSegments2.js";
export { LineSegmentsGeometry } from "three/addons/lines/LineSegmentsGeometry.js";
