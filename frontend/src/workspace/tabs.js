const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Shows one file at a time, with a tab for each.
 *
 * @param files the files
 * @param list where tabs go
 * @param onChoice is told which file is shown
 */
export function openTabs(files, list, onChoice) {
	const tabs = files.map((file, index) => tab(file, index));
	const choose = (index, focus) => {
		files.forEach((file, other) => {
			const chosen = other === index;
			tabs[other].setAttribute("aria-selected", String(chosen));
			tabs[other].tabIndex = chosen ? 0 : -1;
			file.part.hidden = !chosen;
		});
		if (focus) {
			tabs[index].focus();
		}
		onChoice(files[index]);
	};
	tabs.forEach((button, index) => {
		button.addEventListener("click", () => choose(index));
		button.addEventListener("keydown", (event) => {
			const to = target(event.key, index, tabs.length);
			if (to !== undefined) {
				event.preventDefault();
				choose(to, true);
			}
		});
	});
	list.replaceChildren(...tabs);
	list.hidden = false;
	choose(0);
	return {
		choose: (file) => choose(files.indexOf(file)),
		close: () => {
			list.hidden = true;
			list.replaceChildren();
			files.forEach(release);
		},
	};
}

function tab(file, index) {
	const button = document.createElement("button");
	button.type = "button";
	button.id = `tab-${index}`;
	button.role = "tab";
	button.textContent = file.path;
	if (file.given) {
		const given = document.createElement("span");
		given.className = "muted";
		given.textContent = " (given)";
		button.append(given);
	}
	file.part.id = `panel-${index}`;
	file.part.role = "tabpanel";
	file.part.setAttribute("aria-labelledby", button.id);
	button.setAttribute("aria-controls", file.part.id);
	return button;
}

function release(file) {
	file.part.hidden = false;
	file.part.removeAttribute("role");
	file.part.removeAttribute("aria-labelledby");
}

function target(key, index, count) {
	if (STEPS[key]) {
		return (index + STEPS[key] + count) % count;
	}
	return { Home: 0, End: count - 1 }[key];
}
