const WORDS = `Marlow Tern Ashby Ines Corrie Holm Wren Sable Lowell Fenn Astrid Barra Quill Mira Tobin Skye Hollis Vera Brae Ludo
Oriel Pim Rowan Sutton Thea Ulla Wick Yarrow Zelda Alder Birk Calder Dune Elm Fulmar Greta Heron Isla Juno Kestrel Linnet Moor
Nell Otto Perrin Quay Rhea Selby Teasel Una Vale Willet Ada Benno Cove Dara Ebba Frith Gale Hedda Ivo Jonah Kit Lark Maud
Niall Ode Pella Reed Sorrel Tove Umber Vesper Wilde Arlo Bryony Clem Dover Esk Flint Gorse Hale Ingrid Jory Kelda Lome Mull
Nora Oban Piper Rill Shale Tarn Uist Viola Weir Anker Basil Cleo Dell Edda Firth Gil Harbour Imke Joost Karst Lys Merle
Noor Osier Pell Ridge Saga Thorn Ursa Vito Wharf Aven Bram Cass Drift Elke Faro Glen Hugo Ilse Jette Knut Leda Milo Nova
Orla Penn Rune Silas Toft Ude Varn Wolfe Avis Blythe Cairn Dorrit Ewan Fleet Gwen Hanne Ida Jasper Kai Lune Mara Nils Opal
Plover Ruth Stellan Tilda Uma Voss Winter Agnes Bo Cyril Dagny Enid Finch Gus Hazel Inga Jules Keir Lotte Malin Ned Olive
Posy Ragna Sten Tess Ulf Vida Wim`

/** Names of styles, in the order a house gives them out. No two alike. */
export const STYLE_NAMES: readonly string[] = [...new Set(WORDS.split(/\s+/))]
