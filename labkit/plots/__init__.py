"""Figures of the course: each function returns a :class:`Picture`, a figure with the sentence that describes it."""

from labkit.plots.animation import Animation, animation
from labkit.plots.bars import bars
from labkit.plots.confusion import confusion
from labkit.plots.curves import training_curves
from labkit.plots.descent import descend, loss_surface
from labkit.plots.diagram import network_diagram
from labkit.plots.distributions import histograms
from labkit.plots.embedding import embedding
from labkit.plots.filters import filters
from labkit.plots.functions import activation_curves
from labkit.plots.gallery import activation_gallery
from labkit.plots.gradient_error import gradient_error
from labkit.plots.grids import layer_grid
from labkit.plots.layer_grids import layer_grids
from labkit.plots.maps import maps
from labkit.plots.matrices import heat_map
from labkit.plots.picture import Picture
from labkit.plots.range_test import range_test
from labkit.plots.scatter import scatter
from labkit.plots.sign_map import sign_map
from labkit.plots.unit_map import unit_map
from labkit.plots.update_ratios import update_ratios

__all__ = [
    "Animation",
    "Picture",
    "activation_curves",
    "activation_gallery",
    "animation",
    "bars",
    "confusion",
    "descend",
    "embedding",
    "filters",
    "gradient_error",
    "heat_map",
    "histograms",
    "layer_grid",
    "layer_grids",
    "loss_surface",
    "maps",
    "network_diagram",
    "range_test",
    "scatter",
    "sign_map",
    "training_curves",
    "unit_map",
    "update_ratios",
]
