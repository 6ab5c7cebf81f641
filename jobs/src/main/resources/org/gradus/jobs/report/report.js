"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const [NAME, FITTED, TRAINED, ATTEMPTS, SHARE, PREDICTED, LOSS, BEST, GAIN, AUC, LEAD] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const enough = data.exercises.filter(row => row[ATTEMPTS] >= data.minAttempts);
  const count = value => value.toLocaleString("en");
  const real = value => value === null ? "–" : value.toFixed(3);
  const percent = value => value === null ? "–" : (100 * value).toFixed(1) + "%";
  const shortened = name => name.length > 60 ? name.slice(0, 59) + "…" : name;

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  // ---- Plots

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  let charts = [];

  function draw(id, config) {
    const canvas = document.getElementById(id);
    if (canvas) charts.push(new Chart(canvas, config));
  }

  /** In place of a plot or table that would be empty, the reason. */
  function explainEmpty(id) {
    const plot = document.getElementById(id);
    if (!plot) return;
    plot.closest(".chart, div").replaceWith(element("p", {class: "notice"}, "No exercise has " + count(data.minAttempts) + " held-out attempts; lower gradus.report.min-attempts to see more."));
  }

  function axis(title, more) {
    return Object.assign({title: {display: true, text: title}, grid: {color: colour("grid")}, border: {color: colour("line")}}, more);
  }

  function options(scales, label, more) {
    return Object.assign({
      animation: false, responsive: true, maintainAspectRatio: false, scales,
      plugins: {legend: {display: false}, tooltip: {displayColors: false, callbacks: label}},
    }, more);
  }

  const asPercent = {callback: value => Math.round(100 * value) + "%", maxRotation: 0, stepSize: .2};
  const legend = {display: true, position: "top", align: "end", labels: {usePointStyle: true, boxHeight: 7}};

  /** Bars of attempts in the lower quarter, on an axis of their own. */
  const behind = sums => ({display: false, min: 0, max: 4 * Math.max(1, ...sums.map(bin => bin[0]))});

  function calibration() {
    const bins = data.calibration;
    const width = 1 / bins.length;
    const points = bins.filter(bin => bin[0]).map(bin => ({x: bin[1], y: bin[2], n: bin[0]}));
    const most = Math.max(1, ...bins.map(bin => bin[0]));
    const size = points.map(point => 3 + 6 * Math.sqrt(point.n / most));
    const scales = {
      x: axis("predicted chance", {type: "linear", min: 0, max: 1, offset: false, ticks: asPercent}),
      y: axis("share correct", {min: 0, max: 1, ticks: asPercent}),
      n: behind(bins),
    };
    const label = {
      title: () => "",
      label: item => item.dataset.type === "bar" ? count(item.raw.n) + " attempts"
        : ["predicted " + percent(item.raw.x), "correct " + percent(item.raw.y), count(item.raw.n) + " attempts"],
    };
    draw("calibration", {
      data: {datasets: [
        {type: "line", data: points, showLine: true, borderColor: colour("blue"), backgroundColor: colour("blue"), borderWidth: 1.5, clip: false, pointRadius: size, pointHoverRadius: size},
        {type: "line", data: [{x: 0, y: 0}, {x: 1, y: 1}], borderColor: colour("soft"), borderWidth: 1, borderDash: [5, 5], pointRadius: 0, pointHitRadius: 0},
        {type: "bar", yAxisID: "n", data: bins.map((bin, i) => ({x: (i + .5) * width, y: bin[0], n: bin[0]})), backgroundColor: colour("bars"), barPercentage: .9, categoryPercentage: 1, grouped: false},
      ]},
      options: options(scales, label),
    });
  }

  function opportunity() {
    const bins = data.opportunity;
    const labels = bins.map((bin, i) => i + 1 < bins.length ? String(i + 1) : i + 1 + "+");
    const shares = bins.flatMap(bin => bin[0] ? [bin[1], bin[2]] : []);
    const low = Math.max(0, Math.floor(10 * Math.min(...shares) - 1.5) / 10);
    const scales = {
      x: axis("attempt at the exercise", {ticks: {autoSkip: true, maxRotation: 0}}),
      y: axis("share correct", {min: low, max: 1, ticks: {callback: asPercent.callback, stepSize: .1}}),
      n: behind(bins),
    };
    const label = {
      title: items => "attempt " + items[0].label,
      label: item => item.dataset.yAxisID === "n" ? count(item.raw) + " attempts" : item.dataset.label + " " + percent(item.raw),
    };
    const chosen = options(scales, label, {interaction: {mode: "index", intersect: false}});
    chosen.plugins.legend = legend;
    const line = (name, column, tone, more) => Object.assign({type: "line", label: name, data: bins.map(bin => bin[0] ? bin[column] : null), borderColor: colour(tone), backgroundColor: colour(tone), borderWidth: 2, clip: 8, pointRadius: 2.5}, more);
    draw("opportunity", {
      data: {labels, datasets: [
        line("actual", 2, "ink"),
        line("predicted", 1, "blue", {borderDash: [6, 4], pointStyle: "rectRot", pointRadius: 3.5}),
        {type: "bar", label: "attempts", yAxisID: "n", data: bins.map(bin => bin[0]), backgroundColor: colour("bars"), pointStyle: "rect"},
      ]},
      options: chosen,
    });
  }

  function scatter(id, column, title, guide, limits) {
    const rows = enough.filter(row => row[column] !== null);
    const points = fitted => rows.filter(row => row[FITTED] === fitted).map(row => ({x: row[ATTEMPTS], y: row[column], row}));
    const most = Math.max(10, ...rows.map(row => row[ATTEMPTS]));
    const round = value => [1, 2, 5].includes(Math.round(value / Math.pow(10, Math.floor(Math.log10(value) + 1e-9)) * 1e6) / 1e6);
    const ticks = {callback: value => round(value) ? count(value) : "", maxRotation: 0};
    const scales = {x: axis("held-out attempts", {type: "logarithmic", min: data.minAttempts, max: 1.15 * most, ticks}), y: axis(title, limits)};
    const label = {
      title: items => shortened(items[0].raw.row[NAME]),
      label: item => [title + " " + real(item.raw.y), count(item.raw.x) + " held-out attempts", percent(item.raw.row[SHARE]) + " correct", "gain " + real(item.raw.row[GAIN])],
    };
    const chosen = options(scales, label);
    chosen.plugins.legend = legend;
    chosen.plugins.tooltip.filter = item => item.raw.row;
    const marks = (name, fitted, tone, shape) => ({type: "scatter", label: name, data: points(fitted), backgroundColor: colour(tone) + "66", borderColor: colour(tone) + (rows.length > 500 ? "99" : ""), pointStyle: shape, clip: 6, pointRadius: rows.length > 500 ? 3 : 4.5, pointHoverRadius: 7});
    const datasets = [marks("own parameters", 1, "blue", "circle"), marks("pooled parameters", 0, "orange", "triangle")];
    if (guide !== null) {
      datasets.push({type: "line", label: "guessing", data: [{x: data.minAttempts, y: guide}, {x: 1.15 * most, y: guide}], borderColor: colour("soft"), borderWidth: 1, borderDash: [5, 5], pointRadius: 0, pointHitRadius: 0, pointStyle: "line"});
    }
    draw(id, {data: {datasets: datasets.filter(set => set.data.length)}, options: chosen});
  }

  /** A width of 1, 2 or 5 times a power of ten; about 2 sqrt(n) bins, 40 at most. */
  function binWidth(range, n) {
    const most = Math.min(40, Math.max(14, 2 * Math.sqrt(n)));
    const power = Math.pow(10, Math.floor(Math.log10(Math.max(range, 1e-3) / most)));
    return power * [1, 2, 5, 10].find(step => Math.max(range, 1e-3) / (step * power) <= most);
  }

  function gain() {
    const gains = enough.map(row => row[GAIN]).filter(value => value !== null);
    const low = Math.min(0, ...gains), high = Math.max(0, ...gains);
    const width = binWidth(high - low, gains.length);
    const first = Math.floor(low / width);
    const bins = new Array(Math.floor(high / width) - first + 1).fill(0);
    gains.forEach(value => bins[Math.floor(value / width) - first]++);
    const from = i => (first + i) * width;
    const digits = Math.max(0, -Math.floor(Math.log10(width)));
    const scales = {
      x: axis("gain in log loss, nats", {type: "linear", min: from(0), max: from(bins.length), offset: false, grid: {display: false}, ticks: {includeBounds: false, maxRotation: 0}}),
      y: axis("exercises", {ticks: {precision: 0}}),
    };
    const label = {
      title: items => "gain " + from(items[0].dataIndex).toFixed(digits) + " to " + from(items[0].dataIndex + 1).toFixed(digits),
      label: item => count(item.raw.y) + " exercises",
    };
    draw("gain", {
      type: "bar",
      data: {datasets: [{data: bins.map((n, i) => ({x: from(i + .5), y: n})), backgroundColor: bins.map((n, i) => colour(first + i < 0 ? "orange" : "blue")), barPercentage: .92, categoryPercentage: 1}]},
      options: options(scales, label),
    });
  }

  function drawAll() {
    charts.forEach(chart => chart.destroy());
    charts = [];
    Chart.defaults.color = colour("soft");
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    calibration();
    opportunity();
    scatter("auc", AUC, "AUC", .5, {max: 1});
    scatter("loss", LOSS, "log loss", null, {min: 0, grace: "5%"});
    gain();
  }

  // ---- Tables

  const columns = [
    {title: "Exercise", key: NAME, show: value => value},
    {title: "Fit", key: FITTED, show: value => value ? "own" : "pooled"},
    {title: "Trained on", key: TRAINED, show: count},
    {title: "Held out", key: ATTEMPTS, show: count},
    {title: "Correct", key: SHARE, show: percent},
    {title: "Predicted", key: PREDICTED, show: percent},
    {title: "Log loss", key: LOSS, show: real},
    {title: "AUC", key: AUC, show: real},
    {title: "Gain", key: GAIN, show: real},
    {title: "Best other", key: BEST, show: value => value},
    {title: "Lead", key: LEAD, show: real},
  ];

  function compare(a, b) {
    if (a === null || b === null) return 0;
    return typeof a === "string" ? a.localeCompare(b, "en", {numeric: true}) : a - b;
  }

  /** Undefined values stay last in either direction. */
  function sorted(rows, key, down) {
    return rows.slice().sort((a, b) => (a[key] === null) - (b[key] === null) || (down ? -1 : 1) * compare(a[key], b[key]));
  }

  function bodyRow(row) {
    const cells = columns.slice(1).map(column => element("td", (column.key === GAIN || column.key === LEAD) && row[column.key] < 0 ? {class: "bad"} : {}, column.show(row[column.key])));
    return element("tr", {}, element("th", {scope: "row", class: "name"}, element("bdi", {title: row[NAME]}, row[NAME])), ...cells);
  }

  /** A sortable table that shows {page} rows at first, and more on demand; searchable if wished. */
  function exerciseTable(id, name, rows, key, down, page, search) {
    const place = document.getElementById(id);
    if (!place) return;
    let visible = page, found = rows;
    const body = element("tbody");
    const status = element("output", {"aria-live": "polite"});
    const more = element("button", {type: "button", class: "plain more"});
    const heads = columns.map(column => {
      const button = element("button", {type: "button"}, column.title);
      button.addEventListener("click", () => {
        down = key === column.key ? !down : column.key !== NAME;
        key = column.key;
        fill();
      });
      return element("th", {scope: "col"}, button);
    });
    function fill() {
      body.replaceChildren(...sorted(found, key, down).slice(0, visible).map(bodyRow));
      heads.forEach((head, i) => columns[i].key === key ? head.setAttribute("aria-sort", down ? "descending" : "ascending") : head.removeAttribute("aria-sort"));
      status.textContent = count(found.length) + (found.length === rows.length ? "" : " of " + count(rows.length)) + (found.length === 1 ? " exercise" : " exercises");
      more.hidden = found.length <= visible;
      more.textContent = "Show " + count(Math.min(found.length - visible, 500)) + " more";
    }
    more.addEventListener("click", () => { visible += 500; fill(); });
    if (search) {
      const input = element("input", {type: "search", placeholder: "Find an exercise", "aria-label": "Find an exercise", autocomplete: "off", spellcheck: "false"});
      input.addEventListener("input", () => {
        const wanted = input.value.trim().toLowerCase();
        found = rows.filter(row => row[NAME].toLowerCase().includes(wanted));
        visible = page;
        fill();
      });
      place.append(element("div", {class: "tools"}, input, status));
    }
    place.append(element("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": name}, element("table", {}, element("thead", {}, element("tr", {}, ...heads)), body)), more);
    fill();
  }

  function plainTable(id, titles, rows) {
    const place = document.getElementById(id);
    if (!place) return;
    const head = element("tr", {}, ...titles.map(title => element("th", {scope: "col"}, title)));
    const body = rows.map(([first, ...rest]) => element("tr", {}, element("th", {scope: "row"}, first), ...rest.map(text => element("td", {}, text))));
    place.append(element("table", {}, element("thead", {}, head), element("tbody", {}, ...body)));
  }

  // ---- Files

  function saveButtons() {
    document.querySelectorAll("#files li").forEach(item => {
      const name = item.querySelector("a").getAttribute("href");
      const button = element("button", {type: "button", class: "plain", "aria-label": "Save " + name + " from this page"}, "Save from this page");
      button.addEventListener("click", () => {
        const address = URL.createObjectURL(new Blob([data.tables[name]], {type: "text/csv;charset=utf-8"}));
        element("a", {href: address, download: name}).click();
        setTimeout(() => URL.revokeObjectURL(address), 1000);
      });
      item.append(button);
    });
  }

  // ---- Everything

  const share = (i, n) => Math.round(100 * i / n) + "%";
  const bins = data.calibration.length;
  plainTable("calibration-table", ["Predicted", "Mean prediction", "Correct", "Attempts"],
    data.calibration.map((bin, i) => [share(i, bins) + " to " + share(i + 1, bins), percent(bin[1]), percent(bin[2]), count(bin[0])]));
  plainTable("opportunity-table", ["Attempt", "Predicted", "Correct", "Attempts"],
    data.opportunity.map((bin, i) => [i + 1 < data.opportunity.length ? i + 1 : i + 1 + "+", percent(bin[1]), percent(bin[2]), count(bin[0])]));
  exerciseTable("worst", "Exercises that are predicted worst", sorted(enough.filter(row => row[GAIN] !== null), GAIN, false).slice(0, 15), GAIN, false, 15, false);
  exerciseTable("every", "Exercises", data.exercises, ATTEMPTS, true, 50, true);
  saveButtons();
  if (!enough.length) ["auc", "loss", "gain", "worst"].forEach(explainEmpty);
  drawAll();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  for (const [event, printing] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(event, () => {
      document.documentElement.classList.toggle("printing", printing);
      drawAll();
    });
  }
})();
