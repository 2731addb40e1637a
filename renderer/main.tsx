import { createRoot } from "react-dom/client";
import { App } from "#app";
import "./style/tokens.css";
import "./style/base.css";
import "./style/frame.css";
import "./style/unlock.css";
import "./style/home.css";
import "./style/scan.css";
import "./style/item.css";
import "./style/register.css";
import "./style/schedule.css";
import "./style/compilation.css";
import "./style/statistics.css";
import "./style/volume.css";
import "./style/pages.css";

const room = document.getElementById("desk");
if (!room) throw new Error("index.html holds the element #desk");
createRoot(room).render(<App />);
