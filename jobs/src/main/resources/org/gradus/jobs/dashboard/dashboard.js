"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const [VERSION, ATTEMPTS, LOSS, AUC, CALIBRATION, SHARE, PREDICTED, FIRSTS, FIRST_LOSS, ALERTS] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const days = data.days.length;
  const names = data.exercises.map(row => row[0]);
  const count = value => value === null ? "–" : value.toLocaleString("en");
  const real = value => value === null || Number.isNaN(value) ? "–" : value.toFixed(3);
  const signed = value => value === null ? "–" : (value > 0 ? "+" : value < 0 ? "−" : "") + Math.abs(value).toFixed(3);
  const percent = value => value === null ? "–" : (100 * value).toFixed(1) + "%";
  const shortened = name => name.length > 60 ? name.slice(0, 59) + "…" : name;
  const firstDay = Date.parse(data.first + "T00:00:00Z");
  const dates = data.days.map((row, i) => new Date(firstDay + i * 864e5).toISOString().slice(0, 10));
  const last = days - 1;

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  const place = id => document.getElementById(id);

  // ---- Series of exercises, see PackedSeries

  const answers = new Uint32Array(names.length * days);
  const losses = new Float32Array(names.length * days);
  const shares = new Float32Array(names.length * days);
  const predictions = new Float32Array(names.length * days);

  function unpack() {
    const bytes = atob(data.series);
    let at = 0;
    for (let cell = 0; cell < answers.length; cell++) {
      let value = 0, shift = 0, byte;
      do {
        byte = bytes.charCodeAt(at++);
        value += (byte & 127) * 2 ** shift;
        shift += 7;
      } while (byte > 127);
      answers[cell] = value;
      if (value) {
        losses[cell] = (bytes.charCodeAt(at) + 256 * bytes.charCodeAt(at + 1)) / 1e4;
        shares[cell] = bytes.charCodeAt(at + 2) / 255;
        predictions[cell] = bytes.charCodeAt(at + 3) / 255;
        at += 4;
      }
    }
    data.series = "";
  }

  /** Number of answers and means of an exercise over days; means are null without answers. */
  function over(exercise, from, to) {
    let n = 0, loss = 0, share = 0, predicted = 0;
    for (let day = Math.max(0, from); day < to; day++) {
      const cell = exercise * days + day;
      n += answers[cell];
      loss += answers[cell] * losses[cell];
      share += answers[cell] * shares[cell];
      predicted += answers[cell] * predictions[cell];
    }
    return n ? {n, loss: loss / n, share: share / n, predicted: predicted / n} : {n, loss: null, share: null, predicted: null};
  }

  // ---- What is chosen: an exercise by its place in the list, or -1 for all; and a number of days

  const state = {exercise: -1, range: 0};

  function readAddress() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    state.exercise = names.indexOf(wanted.get("exercise"));
    state.range = Number(wanted.get("days")) || 0;
  }

  function choose(change) {
    Object.assign(state, change);
    const wanted = new URLSearchParams();
    if (state.exercise >= 0) wanted.set("exercise", names[state.exercise]);
    if (state.range) wanted.set("days", state.range);
    history.replaceState(null, "", "#" + wanted);
    show();
  }

  /** One row a day: number, log loss, share correct, prediction; null where nothing is known. */
  function shownDays() {
    const from = state.range ? Math.max(0, days - state.range) : 0;
    return dates.slice(from).map((date, i) => {
      const day = from + i, row = data.days[day];
      if (!row) return {day, date, n: null, loss: null, share: null, predicted: null, version: null};
      const one = state.exercise < 0
        ? {n: row[ATTEMPTS], loss: row[LOSS], share: row[SHARE], predicted: row[PREDICTED], firsts: row[FIRSTS], firstLoss: row[FIRST_LOSS], auc: row[AUC], error: row[CALIBRATION]}
        : over(state.exercise, day, day + 1);
      return Object.assign({day, date, version: row[VERSION], alerts: state.exercise < 0 ? row[ALERTS].length : null}, one);
    });
  }

  const trained = new Map(data.versions.map(row => [row[0], row]));

  /** Log loss at training of the version of a day, or of the exercise for the version in force. */
  function atTraining(version) {
    if (version === null) return null;
    if (state.exercise >= 0) return version === data.inForce ? data.exercises[state.exercise][1] : null;
    return trained.has(version) ? trained.get(version)[2] : null;
  }

  // ---- Plots

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const charts = new Map();

  function draw(id, config) {
    if (charts.has(id)) charts.get(id).destroy();
    charts.set(id, new Chart(place(id), config));
  }

  function axis(title, more) {
    return Object.assign({title: {display: true, text: title}, grid: {color: colour("grid")}, border: {color: colour("line")}}, more);
  }

  const legend = {display: true, position: "top", align: "end", labels: {usePointStyle: true, boxHeight: 7}};
  const dayTicks = () => axis("", {ticks: {autoSkip: true, maxTicksLimit: innerWidth < 640 ? 3 : 9, maxRotation: 0}, grid: {display: false}});

  /** Upright dashed lines where another version comes into force. */
  const marks = {
    id: "versions",
    afterDatasetsDraw(chart) {
      const {ctx, chartArea: area, scales: {x}} = chart;
      ctx.save();
      ctx.strokeStyle = ctx.fillStyle = colour("green");
      ctx.setLineDash([3, 3]);
      ctx.font = "11px " + Chart.defaults.font.family;
      let free = -1e9;
      for (const change of chart.options.versionChanges || []) {
        const at = x.getPixelForValue(change.at);
        ctx.beginPath();
        ctx.moveTo(at, area.top);
        ctx.lineTo(at, area.bottom);
        ctx.stroke();
        const label = shortVersion(change.version), width = ctx.measureText(label).width;
        const left = Math.min(at + 4, area.right - width);
        if (left > free) {
          ctx.fillText(label, left, area.top + 10);
          free = left + width + 6;
        }
      }
      ctx.restore();
    },
  };

  const shortVersion = version => version.replace(/-.*/, "");

  function changes(rows) {
    const found = [];
    let before = null;
    rows.forEach((row, i) => {
      if (row.version !== null && row.version !== before) {
        if (before !== null || i === 0 || rows.slice(0, i).every(r => r.version === null)) found.push({at: i, version: row.version});
        before = row.version;
      }
    });
    return found;
  }

  function options(scales, callbacks, more) {
    return Object.assign({
      animation: false, responsive: true, maintainAspectRatio: false, scales, spanGaps: true,
      interaction: {mode: "index", intersect: false},
      plugins: {legend, tooltip: {displayColors: false, callbacks}},
    }, more);
  }

  /** So many days that a mark for each would hide the lines. */
  const isDense = values => values.length > 60;

  const line = (label, values, tone, more) => Object.assign({type: "line", label, data: values, borderColor: colour(tone), backgroundColor: colour(tone), borderWidth: 2, pointRadius: isDense(values) ? 0 : 2.5, clip: 8}, more);

  function drawLoss(rows) {
    const sets = [
      line(state.exercise < 0 ? "all exercises" : "this exercise", rows.map(row => row.loss), "blue", {pointRadius: rows.map(row => row.alerts ? 5 : isDense(rows) ? 0 : 2.5), pointStyle: rows.map(row => row.alerts ? "crossRot" : "circle"), pointBorderColor: rows.map(row => colour(row.alerts ? "orange" : "blue")), pointBorderWidth: rows.map(row => row.alerts ? 2.5 : 1)}),
      line("held out at training", rows.map(row => atTraining(row.version)), "soft", {borderDash: [6, 4], borderWidth: 1.5, pointRadius: 0, pointStyle: "line", stepped: true, spanGaps: false}),
    ];
    const firsts = isDense(rows)
      ? {borderColor: colour("orange") + "80", borderWidth: 1, pointStyle: "line"}
      : {borderDash: [2, 3], borderWidth: 1.5, pointStyle: "triangle", pointRadius: 3.5};
    if (state.exercise < 0) sets.splice(1, 0, line("first answers", rows.map(row => row.firstLoss), "orange", firsts));
    const callbacks = {
      label: item => item.dataset.label + " " + real(item.raw),
      afterBody: items => {
        const row = rows[items[0].dataIndex];
        return [count(row.n) + " answers", row.version ? shortVersion(row.version) : "not monitored"].concat(row.alerts ? [row.alerts + (row.alerts === 1 ? " alert" : " alerts")] : []);
      },
    };
    draw("loss", {
      type: "line",
      data: {labels: rows.map(row => row.date), datasets: sets},
      options: options({x: dayTicks(), y: axis("log loss, nats", {grace: "10%"})}, callbacks, {versionChanges: changes(rows)}),
      plugins: [marks],
    });
  }

  function drawVolume(rows) {
    draw("volume", {
      type: "bar",
      data: {labels: rows.map(row => row.date), datasets: [{label: "answers", data: rows.map(row => row.n), backgroundColor: colour("blue"), barPercentage: 1, categoryPercentage: rows.length > 120 ? 1 : .85}]},
      options: options({x: dayTicks(), y: axis("answers", {beginAtZero: true, ticks: {precision: 0}})}, {label: item => count(item.raw) + " answers"}, {plugins: {legend: {display: false}}}),
    });
  }

  /** Rows of index, answers, mean prediction, share correct. */
  function bins() {
    const flat = state.exercise < 0 ? data.calibration : data.exercises[state.exercise][3];
    const rows = [];
    for (let i = 0; i < flat.length; i += 4) rows.push([flat[i], flat[i + 1], flat[i + 2] / 1000, flat[i + 3] / 1000]);
    return rows;
  }

  function drawCalibration() {
    const rows = bins();
    const most = Math.max(1, ...rows.map(row => row[1]));
    const size = rows.map(row => 3 + 6 * Math.sqrt(row[1] / most));
    const ticks = {callback: value => Math.round(100 * value) + "%", maxRotation: 0, stepSize: .2};
    const label = item => ["predicted " + percent(item.raw.x), "correct " + percent(item.raw.y), count(item.raw.n) + " answers"];
    draw("calibration", {
      data: {datasets: [
        {type: "line", data: rows.map(row => ({x: row[2], y: row[3], n: row[1]})), showLine: true, borderColor: colour("blue"), backgroundColor: colour("blue"), borderWidth: 1.5, clip: false, pointRadius: size, pointHoverRadius: size},
        {type: "line", data: [{x: 0, y: 0}, {x: 1, y: 1}], borderColor: colour("soft"), borderWidth: 1, borderDash: [5, 5], pointRadius: 0, pointHitRadius: 0},
      ]},
      options: {
        animation: false, responsive: true, maintainAspectRatio: false,
        scales: {x: axis("predicted chance", {type: "linear", min: 0, max: 1, ticks}), y: axis("share correct", {min: 0, max: 1, ticks})},
        plugins: {legend: {display: false}, tooltip: {displayColors: false, callbacks: {title: () => "", label}}},
      },
    });
  }

  // ---- Tables: sorted by a click on a head, searched, saved as CSV

  /** RFC 4180 with a byte order mark; a text that would be run as a formula gets an apostrophe. */
  function csv(columns, rows) {
    const cell = value => {
      if (value === null || value === undefined || Number.isNaN(value)) return "";
      let text = String(value);
      if (typeof value === "string" && /^[=+\-@\t\r\n]/.test(text)) text = "'" + text;
      return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
    };
    const lines = rows.map(row => columns.map(column => cell(column.value(row))).join(","));
    return "\ufeff" + [columns.map(column => cell(column.csv)).join(",")].concat(lines).join("\r\n") + "\r\n";
  }

  function save(name, text) {
    const address = URL.createObjectURL(new Blob([text], {type: "text/csv;charset=utf-8"}));
    element("a", {href: address, download: name}).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function compare(a, b) {
    return typeof a === "string" ? a.localeCompare(b, "en", {numeric: true}) : a - b;
  }

  const missing = value => value === null || value === undefined;

  /** Values that are missing stay last in either direction. */
  function sorted(rows, column, down) {
    return rows.slice().sort((a, b) => missing(column.value(a)) - missing(column.value(b)) || (missing(column.value(a)) ? 0 : (down ? -1 : 1) * compare(column.value(a), column.value(b))));
  }

  /**
   * A table below an element: columns of {title, csv (its name in the file), value, show, link};
   * look: {key, down, page, search, empty}. Returns a function that shows other rows.
   */
  function table(id, name, columns, rows, look) {
    let all = rows, found = rows, visible = look.page || 1e9, key = look.key, down = look.down, wanted = "";
    const body = element("tbody");
    const status = element("output", {"aria-live": "polite"});
    const more = element("button", {type: "button", class: "plain more"});
    const saver = element("button", {type: "button", class: "plain csv", "aria-label": "Save as CSV: " + name}, "Save as CSV");
    const heads = columns.map((column, i) => {
      const button = element("button", {type: "button"}, column.title);
      button.addEventListener("click", () => {
        down = key === i ? !down : typeof column.value(all[0] || {}) !== "string";
        key = i;
        fill();
      });
      return element("th", column.text ? {scope: "col", class: "text"} : {scope: "col"}, button);
    });
    const ordered = () => key === undefined ? found : sorted(found, columns[key], down);
    function cellOf(column, row, i) {
      const text = (column.show || (value => value))(column.value(row));
      const shown = column.link ? element("button", {type: "button", class: "link"}, element("bdi", {}, text)) : text === null ? "–" : text;
      if (column.link) shown.addEventListener("click", () => { column.link(row); place("find").scrollIntoView({block: "nearest"}); });
      const bad = column.bad && column.bad(row);
      return i ? element("td", {class: (column.text ? "text" : "") + (bad ? " bad" : "")}, shown) : element("th", {scope: "row", class: "name"}, shown);
    }
    function fill() {
      body.replaceChildren(...ordered().slice(0, visible).map(row => element("tr", {}, ...columns.map((column, i) => cellOf(column, row, i)))));
      heads.forEach((head, i) => key === i ? head.setAttribute("aria-sort", down ? "descending" : "ascending") : head.removeAttribute("aria-sort"));
      status.textContent = count(found.length) + (found.length === all.length ? "" : " of " + count(all.length)) + " rows";
      more.hidden = found.length <= visible;
      more.textContent = "Show " + count(Math.min(found.length - visible, 500)) + " more";
      if (!all.length) body.replaceChildren(element("tr", {}, element("td", {class: "text", colspan: columns.length}, look.empty || "None.")));
    }
    function search() {
      found = wanted ? all.filter(row => String(columns[0].value(row)).toLowerCase().includes(wanted)) : all;
      fill();
    }
    more.addEventListener("click", () => { visible += 500; fill(); });
    saver.addEventListener("click", () => save(id + ".csv", csv(columns, ordered())));
    const parts = [];
    if (look.search) {
      const input = element("input", {type: "search", placeholder: look.search, "aria-label": look.search, autocomplete: "off", spellcheck: "false"});
      input.addEventListener("input", () => { wanted = input.value.trim().toLowerCase(); search(); });
      parts.push(element("div", {class: "tools"}, input, status));
    }
    parts.push(
      element("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": name}, element("table", {}, element("thead", {}, element("tr", {}, ...heads)), body)),
      element("div", {class: "under"}, more, saver));
    place(id).replaceChildren(...parts);
    fill();
    return newRows => { all = newRows; search(); };
  }

  const toExercise = row => choose({exercise: row.exercise});

  function exerciseRows() {
    return names.map((name, exercise) => {
      const recent = over(exercise, days - data.recentDays, days);
      const [, training, auc] = data.exercises[exercise];
      return Object.assign(recent, {exercise, name, training, auc, change: recent.loss === null || training === null ? null : recent.loss - training});
    });
  }

  function moverRows() {
    return names.map((name, exercise) => {
      const now = over(exercise, days - 7, days), before = over(exercise, days - 35, days - 7);
      return {exercise, name, now, before, change: now.loss === null || before.loss === null ? null : now.loss - before.loss};
    }).filter(row => row.now.n >= data.minAttempts && row.before.n >= data.minAttempts && row.change > 0)
      .sort((a, b) => b.change - a.change).slice(0, 15);
  }

  const column = (title, csvName, value, show, more) => Object.assign({title, csv: csvName, value, show}, more);

  function fixedTables() {
    table("exercises", "All exercises", [
      column("Exercise", "exercise", row => row.name, null, {link: toExercise}),
      column("Answers", "answers", row => row.n, count),
      column("Log loss", "log_loss", row => row.loss, real),
      column("At training", "log_loss_at_training", row => row.training, real),
      column("Change", "change", row => row.change, signed, {bad: row => row.change > .1}),
      column("AUC", "auc", row => row.auc, real),
      column("Correct", "share_correct", row => row.share, percent),
      column("Predicted", "mean_prediction", row => row.predicted, percent),
    ], exerciseRows(), {key: 1, down: true, page: 25, search: "Find an exercise in the table"});
    table("movers", "Worst movers", [
      column("Exercise", "exercise", row => row.name, null, {link: toExercise}),
      column("Log loss, 7 days", "log_loss_7_days", row => row.now.loss, real),
      column("Before", "log_loss_28_days_before", row => row.before.loss, real),
      column("Change", "change", row => row.change, signed, {bad: () => true}),
      column("Answers, 7 days", "answers_7_days", row => row.now.n, count),
      column("Before", "answers_28_days_before", row => row.before.n, count),
    ], moverRows(), {key: 3, down: true, empty: "No exercise has become worse, or there are not answers enough."});
    const alerts = data.days.flatMap((row, day) => row ? row[ALERTS].map(text => ({date: dates[day], version: row[VERSION], text})) : []);
    table("alerts", "Alerts", [
      column("Day", "day", row => row.date),
      column("Alert", "alert", row => row.text, null, {text: true}),
      column("Version", "version", row => row.version),
    ], alerts, {key: 0, down: true, page: 10, empty: "None on the days shown here."});
    table("met", "Predictions by the number of exercises met before", [
      column("Exercises met", "exercises_met_from", row => row[0], value => value + (value > 1 ? "+" : "")),
      column("Answers", "answers", row => row[1], count),
      column("Predicted", "mean_prediction", row => row[2], percent),
      column("Correct", "share_correct", row => row[3], percent),
      column("Log loss", "log_loss", row => row[4], real),
    ], data.met.filter(row => row[1]), {});
    const monitored = version => data.days.filter(row => row && row[VERSION] === version).length;
    table("versions", "Versions", [
      column("Version", "version", row => row[0]),
      column("Published", "published", row => row[1], value => value.slice(0, 10)),
      column("State", "state", row => row[0] === data.inForce ? "in force" : ""),
      column("Log loss", "log_loss_at_training", row => row[2], real),
      column("AUC", "auc_at_training", row => row[3], real),
      column("Days", "days_monitored", row => monitored(row[0]), count),
    ], data.versions, {key: 0, down: true, page: 10, empty: "No store was named."});
  }

  let showDays, showBins;

  function changingTables() {
    showDays = table("days-table", "Days", [
      column("Day", "day", row => row.date),
      column("Answers", "answers", row => row.n, count),
      column("Log loss", "log_loss", row => row.loss, real),
      column("At training", "log_loss_at_training", row => atTraining(row.version), real),
      column("First answers", "log_loss_first_answers", row => missing(row.firstLoss) ? null : row.firstLoss, real),
      column("AUC", "auc", row => missing(row.auc) ? null : row.auc, real),
      column("Correct", "share_correct", row => row.share, percent),
      column("Predicted", "mean_prediction", row => row.predicted, percent),
      column("Alerts", "alerts", row => missing(row.alerts) ? null : row.alerts, count, {bad: row => row.alerts > 0}),
      column("Version", "version", row => row.version, value => value === null ? "not monitored" : shortVersion(value)),
    ], [], {key: 0, down: true, page: 40});
    showBins = table("calibration-table", "Calibration", [
      column("Predicted", "from", row => row[0] / 20, value => Math.round(100 * value) + " to " + Math.round(100 * value + 5) + "%"),
      column("Mean prediction", "mean_prediction", row => row[2], percent),
      column("Correct", "share_correct", row => row[3], percent),
      column("Answers", "answers", row => row[1], count),
    ], [], {empty: "No answers in these days."});
  }

  // ---- Search box: a combobox after the ARIA Authoring Practices Guide

  const find = place("find"), found = place("found");
  let hits = [], active = -1;

  function list(open) {
    const wanted = find.value.trim().toLowerCase();
    hits = [];
    for (let i = 0; open && i < names.length && hits.length < 12; i++) {
      if (names[i].toLowerCase().includes(wanted)) hits.push(i);
    }
    active = -1;
    found.replaceChildren(...hits.map((exercise, i) => {
      const item = element("li", {role: "option", id: "hit-" + i, "aria-selected": "false"}, element("bdi", {}, names[exercise]));
      item.addEventListener("mousedown", event => { event.preventDefault(); take(i); });
      return item;
    }));
    if (open && !hits.length) found.append(element("li", {class: "none", role: "option", "aria-disabled": "true"}, "No exercise has this in its name."));
    found.hidden = !open;
    find.setAttribute("aria-expanded", String(open));
    find.removeAttribute("aria-activedescendant");
  }

  function move(step) {
    if (found.hidden) list(true);
    if (!hits.length) return;
    active = (active + step + hits.length + (active < 0 && step < 0 ? 1 : 0)) % hits.length;
    [...found.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
    find.setAttribute("aria-activedescendant", "hit-" + active);
    found.children[active].scrollIntoView({block: "nearest"});
  }

  function take(i) {
    const exercise = hits[Math.max(0, i)];
    list(false);
    if (exercise !== undefined) choose({exercise});
  }

  function searchBox() {
    find.addEventListener("input", () => find.value.trim() ? list(true) : (list(false), choose({exercise: -1})));
    find.addEventListener("blur", () => list(false));
    find.addEventListener("keydown", event => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
      else if (event.key === "Enter" && !found.hidden) take(active);
      else if (event.key === "Escape") list(false);
      else return;
      event.preventDefault();
    });
    place("everything").addEventListener("click", () => { choose({exercise: -1}); find.focus(); });
  }

  function ranges() {
    const choices = [[0, "all"], [365, "365"], [90, "90"], [28, "28"]].filter(([n]) => !n || n < days);
    place("range").hidden = choices.length < 2;
    choices.forEach(([n, title]) => {
      const input = element("input", {type: "radio", name: "range", value: n, id: "range-" + n});
      input.addEventListener("change", () => choose({range: n}));
      place("range").append(element("label", {}, input, " " + title));
    });
  }

  // ---- Words and figures at the top

  function card(title, figure, words) {
    return element("div", {class: "card"}, element("h2", {}, title), element("p", {class: "figure"}, figure), element("p", {}, words));
  }

  function top() {
    const monitored = data.days.filter(row => row);
    const total = monitored.reduce((sum, row) => sum + row[ATTEMPTS], 0);
    const today = data.days[last];
    place("lead").append(
      element("strong", {}, count(total)), " answers to " + count(names.length) + (names.length === 1 ? " exercise on " : " exercises on ") + count(monitored.length) + (monitored.length === 1 ? " day, " : " days, ") + dates[0] + " to " + dates[last] + ", each predicted beforehand by the version in force on its day. ",
      data.inForce ? "In force now: " : "", element("code", {}, data.inForce || ""));
    const alerts = today[ALERTS];
    place("news").append(alerts.length
      ? element("div", {class: "notice"}, element("strong", {}, alerts.length + (alerts.length === 1 ? " alert" : " alerts") + " on " + dates[last]), element("ul", {}, ...alerts.map(text => element("li", {}, text))))
      : element("div", {class: "notice good"}, "No alert on " + dates[last] + "."));
    const training = atTrainingOfAll(today[VERSION]);
    const change = today[LOSS] === null || training === null ? null : today[LOSS] - training;
    place("cards").append(
      card("Answers", count(today[ATTEMPTS]), "on " + dates[last] + ", " + count(today[FIRSTS]) + " of them the first of a student to an exercise."),
      card("Log loss", real(today[LOSS]), change === null ? "Nothing is known of training to compare it with." : signed(change) + " against " + real(training) + " of students held out at training."),
      card("AUC", real(today[AUC]), "Of one correct and one wrong answer, the correct one had the higher chance in " + percent(today[AUC]) + " of pairs."),
      card("Calibration error", real(today[CALIBRATION]), percent(today[PREDICTED]) + " were expected to be correct, " + percent(today[SHARE]) + " were."));
    document.querySelectorAll(".recent").forEach(span => { span.textContent = data.recentDays; });
    place("least").textContent = count(data.minAttempts);
  }

  const atTrainingOfAll = version => trained.has(version) ? trained.get(version)[2] : null;

  function show() {
    const rows = shownDays();
    const one = state.exercise >= 0;
    place("everything").hidden = !one;
    find.value = one ? names[state.exercise] : "";
    place("chosen").replaceChildren(...one ? ["Shown: ", element("strong", {}, element("bdi", {}, names[state.exercise]))] : ["Shown: all exercises together"]);
    document.querySelectorAll("#range input").forEach(input => { input.checked = Number(input.value) === state.range; });
    drawLoss(rows);
    drawVolume(rows);
    drawCalibration();
    showDays(rows);
    showBins(bins());
  }

  function start() {
    Chart.defaults.color = colour("soft");
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    show();
  }

  unpack();
  readAddress();
  top();
  ranges();
  searchBox();
  fixedTables();
  changingTables();
  start();
  addEventListener("hashchange", () => { readAddress(); show(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", start);
  for (const [event, printing] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(event, () => {
      document.documentElement.classList.toggle("printing", printing);
      start();
    });
  }
})();
