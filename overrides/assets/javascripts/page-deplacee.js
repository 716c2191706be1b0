// On the page left at a former address: go to the present one, with the query and the anchor that were asked for.
location.replace(document.currentScript.dataset.vers + location.search + location.hash);
